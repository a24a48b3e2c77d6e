package io.deskhand.brain.tool;

import java.util.List;

/** Makes the bots' boxes; they share sockets. */
public final class Toolboxes {

    private final ToolSettings settings;
    private final GuardedHttp http;

    public Toolboxes(ToolSettings settings) {
        this.settings = settings;
        this.http = new GuardedHttp(settings);
    }

    /**
     * @param bot the bot's id, for the log
     * @param declared its tools
     */
    public Toolbox of(String bot, List<HttpTool> declared) {
        return Toolbox.of(bot, declared, settings, http);
    }
}

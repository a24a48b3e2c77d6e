package io.deskhand.brain.internal.toolcall;

import io.deskhand.brain.tool.HttpTool;
import io.deskhand.brain.tool.ToolSettings;
import java.util.List;

/** Creates the toolbox of each bot. All toolboxes share one HTTP client. */
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

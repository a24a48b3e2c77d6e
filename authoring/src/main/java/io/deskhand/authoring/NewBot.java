package io.deskhand.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes the files of a small working bot as a starting point. Never overwrites a file. */
@Command(name = "new", mixinStandardHelpOptions = true, description = "Write the files of a small bot that works.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class NewBot implements Callable<Integer> {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 60;

    @ParentCommand
    private BotCommand tool;

    @Parameters(paramLabel = "NAME", description = "The bot's id: lower-case letters, digits and hyphens.")
    private String id;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!ID.matcher(id).matches() || id.length() > LONGEST_ID) {
            return refused("\"" + id + "\" is no id of a bot; use lower-case letters, digits and hyphens, at most "
                    + LONGEST_ID + " characters");
        }
        Map<Path, String> files = files();
        for (Path file : files.keySet()) {
            if (Files.exists(file)) {
                return refused(file + " is there already; choose another name, or remove it first");
            }
        }
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Files.createDirectories(file.getKey().toAbsolutePath().getParent());
            Files.writeString(file.getKey(), file.getValue(), StandardOpenOption.CREATE_NEW);
            spec.commandLine().getOut().println("wrote " + file.getKey());
        }
        spec.commandLine().getOut().println("next: ./deskhand bot check " + id);
        return 0;
    }

    private Map<Path, String> files() throws IOException {
        Path folder = tool.bots().resolve(id);
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(folder.resolve("bot.yaml"), template("bot.yaml"));
        files.put(folder.resolve("system.md"), template("system.md"));
        files.put(folder.resolve("handoff.md"), template("handoff.md"));
        files.put(folder.resolve("knowledge/opening-hours.md"), template("opening-hours.md"));
        files.put(tool.suites().resolve(id + ".yaml"), template("suite.yaml"));
        return files;
    }

    private String template(String name) throws IOException {
        try (InputStream in = NewBot.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@bot@", id);
        }
    }

    private int refused(String reason) {
        spec.commandLine().getErr().println("bot: unable to begin a bot; " + reason);
        return 2;
    }
}

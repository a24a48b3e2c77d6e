package io.deskhand.authoring;

import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.bot.InvalidBotException;
import io.deskhand.brain.yaml.FileProblem;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Reads bots as the service does, and says what is wrong, by file and line. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check the files of a bot, or of all; ends with 2 if any cannot be used.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CheckBots implements Callable<Integer> {

    @ParentCommand
    private BotCommand tool;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The bot's id (default: all bots).")
    private @Nullable String id;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Map<String, Path> bots;
        try {
            bots = BotFiles.find(tool.bots());
        } catch (UncheckedIOException e) {
            err.println("bot: " + e.getMessage());
            return 2;
        }
        if (id != null && !bots.containsKey(id) || bots.isEmpty()) {
            err.println("bot: unable to check; there is no "
                    + (id == null ? "folder with a bot.yaml" : id + "/bot.yaml") + " below " + tool.bots()
                    + "; ./deskhand bot new NAME writes one");
            return 2;
        }
        long broken = bots.entrySet().stream()
                .filter(bot -> id == null || bot.getKey().equals(id))
                .filter(bot -> !isUsable(bot.getKey(), bot.getValue()))
                .count();
        return broken == 0 ? 0 : 2;
    }

    private boolean isUsable(String bot, Path folder) {
        try {
            spec.commandLine().getOut().println("OK: " + summary(BotFiles.load(folder)));
            return true;
        } catch (InvalidBotException e) {
            for (FileProblem problem : e.problems()) {
                spec.commandLine().getErr().println(folder + "/" + problem);
            }
            spec.commandLine()
                    .getErr()
                    .println("BROKEN: " + bot + ", " + e.problems().size() + " to mend");
            return false;
        }
    }

    private static String summary(Bot bot) {
        String variants = bot.variants().stream()
                .map(variant -> variant.name() + " " + variant.weight() + " %")
                .collect(Collectors.joining(", "));
        return bot.id() + ", version " + bot.version() + ", " + bot.articles().size()
                + (bot.articles().size() == 1 ? " article" : " articles") + ", languages "
                + String.join(", ", bot.languages()) + (variants.isEmpty() ? "" : ", variants " + variants);
    }
}

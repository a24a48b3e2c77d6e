package io.deskhand.authoring;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Entry point of {@code ./deskhand bot}. Exit codes: 0 done, 2 wrong usage or files that cannot be used. */
@Command(
        name = "bot",
        mixinStandardHelpOptions = true,
        description = "Begin a bot, and check the files of bots (docs/prompts.md).",
        subcommands = {NewBot.class, CheckBots.class})
public final class BotCommand implements Runnable {

    @Option(
            names = "--home",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Folder with prompts/bots and evals/suites (default: the current one).")
    private Path home = Path.of("");

    @CommandLine.Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        System.exit(commandLine(new PrintWriter(System.out, true), new PrintWriter(System.err, true))
                .execute(args));
    }

    /** The command, ready for {@link CommandLine#execute}. */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new BotCommand()).setOut(out).setErr(err);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what to do: new or check");
    }

    Path bots() {
        return home.resolve("prompts/bots");
    }

    Path suites() {
        return home.resolve("evals/suites");
    }
}

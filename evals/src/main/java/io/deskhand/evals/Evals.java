package io.deskhand.evals;

import io.deskhand.evals.gate.Conclusion;
import io.deskhand.evals.suite.InvalidFileException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * Entry point of {@code ./deskhand eval}.
 *
 * <p>Exit codes: 0 passed, 1 a gate failed, 2 wrong usage or unusable files. Code 3 means no result (an empty run, or too many errors). Code 4 means that a recording
 * is missing or out of date.
 */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        version = "Deskhand evals 0.1.0",
        description = "Is this prompt, model or knowledge change better, by how much, and may it ship?",
        subcommands = {
            ValidateCommand.class,
            RunCommand.class,
            ScoreCommand.class,
            CompareCommand.class,
            BlessCommand.class,
            ListCommand.class
        })
public final class Evals implements Runnable {

    @Option(
            names = "--home",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Folder with prompts/bots and evals/suites (default: the nearest one above).")
    private Path home = Path.of("");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private final InstantSource clock;
    private final Map<String, String> environment;

    Evals(InstantSource clock, Map<String, String> environment) {
        this.clock = clock;
        this.environment = Map.copyOf(environment);
    }

    /** Lucene logs through java.util.logging, and only hints at faster JVM flags; held here, or the setting would be collected with the logger. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    public static void main(String[] args) {
        LUCENE.setLevel(Level.SEVERE);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(
                commandLine(InstantSource.system(), System.getenv(), out, err).execute(args));
    }

    /** The command, ready for {@link CommandLine#execute}. */
    static CommandLine commandLine(
            InstantSource clock, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Evals(clock, environment))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    if (problem instanceof InvalidFileException || problem instanceof UsageException) {
                        command.getErr().println(problem.getMessage());
                        command.getErr()
                                .println(Conclusion.unusable("nothing was run").headline());
                        return Conclusion.Result.UNUSABLE.exitCode();
                    }
                    if (problem instanceof CassetteMissException) {
                        Conclusion miss = Conclusion.cassetteMiss(String.valueOf(problem.getMessage()));
                        command.getErr().println(miss.headline());
                        return miss.exitCode();
                    }
                    throw problem;
                });
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "say what to do: validate, run, score, compare, bless or list");
    }

    Workspace workspace() {
        return Workspace.around(home);
    }

    Map<String, String> environment() {
        return environment;
    }

    InstantSource clock() {
        return clock;
    }

    /** A model was asked something that was not recorded; the message says where and what differs. */
    static final class CassetteMissException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CassetteMissException(String message) {
            super(message);
        }
    }

    /** What was asked cannot be done; the message says what to do instead. */
    static final class UsageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}

package io.deskhand.chaos;

import io.deskhand.chaos.fault.FaultKind;
import io.deskhand.chaos.stack.ChaosStack;
import io.deskhand.client.DeskhandException;
import io.deskhand.process.StartException;
import io.deskhand.process.TemporaryFolder;
import io.deskhand.redis.local.RedisLocal.Fsync;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./deskhand chaos}. */
@Command(
        name = "chaos",
        description = {
            "Breaks a stack of processes while customers and agents use it, then checks from the outside what the product promises.",
            "A seed repeats the faults and what people do; when each is answered stays up to the machine."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything holds", "1:something does not", "2:the run could not take place"},
        mixinStandardHelpOptions = true)
public final class Chaos implements Callable<Integer> {

    private static final int VIOLATIONS = 1;
    private static final int NOT_RUN = 2;
    private static final List<String> AGENTS = List.of("anna", "ben", "cleo", "dev", "eli", "fay", "gus", "hana");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--seconds", defaultValue = "60", description = "How long to break things (default: 60).")
    private int seconds;

    @Option(names = "--seed", description = "Repeats the faults of an earlier run (default: any).")
    private @Nullable Long seed;

    @Option(
            names = "--json",
            description = "Prints the verdict as one JSON object; what happens goes to the error output.")
    private boolean json;

    @Option(names = "--customers", defaultValue = "10", description = "How many customers at once (default: 10).")
    private int customers;

    @Option(names = "--agents", defaultValue = "4", description = "How many agents, 1 to 8 (default: 4).")
    private int agents;

    @Option(names = "--capacity", defaultValue = "4", description = "The most tickets of an agent (default: 4).")
    private int capacity;

    @Option(
            names = "--fsync",
            defaultValue = "EVERYSEC",
            description = "Redis's appendfsync: always or everysec (default).")
    private Fsync fsync = Fsync.EVERYSEC;

    @Option(
            names = "--kill-redis",
            description =
                    "Kills Redis too, and starts it again on its file. With everysec that may lose what was acknowledged.")
    private boolean killRedis;

    @Option(names = "--no-faults", description = "Breaks nothing: the play and the checks alone.")
    private boolean noFaults;

    @Option(names = "--only", split = ",", description = "Only these faults: ${COMPLETION-CANDIDATES}.")
    private List<FaultKind> only = new ArrayList<>();

    @Option(
            names = "--deadlines",
            description = "Fails when a ticket is overdue and unhandled; else those are only counted.")
    private boolean deadlines;

    @Option(names = "--prompts", defaultValue = "prompts", description = "Folder with the bots (default: prompts).")
    private Path prompts = Path.of("prompts");

    @Option(
            names = "--logs",
            defaultValue = "target/chaos",
            description = "Folder for the processes' output (default: target/chaos).")
    private Path logs = Path.of("target/chaos");

    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "io/deskhand/chaos/logback.xml");
        System.exit(new CommandLine(new Chaos())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("deskhand: unable to run chaos; " + failure.getMessage());
                    return NOT_RUN;
                })
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (agents < 1 || agents > AGENTS.size() || customers < 1 || seconds < 1 || capacity < 1) {
            throw new IllegalArgumentException("numbers must be positive, and agents at most " + AGENTS.size());
        }
        long chosen = seed == null ? new SecureRandom().nextInt(1_000_000) : seed;
        PrintWriter out = spec.commandLine().getOut();
        RunLog progress = new RunLog(json ? spec.commandLine().getErr() : out);
        TemporaryFolder data = TemporaryFolder.create("deskhand-chaos");
        emptyLogs();
        ChaosStack stack = new ChaosStack(
                new ChaosStack.Settings(logs, data.path(), prompts, fsync, AGENTS.subList(0, agents), capacity));
        Thread hook = new Thread(() -> end(stack, data), "end-stack");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            progress.say("seed " + chosen + "; logs in " + logs);
            stack.start(progress::say);
            ChaosRun run = new ChaosRun(settings(chosen), stack, logs, progress);
            ChaosReport report = run.play();
            if (json) {
                out.println(report.json());
                out.flush();
            } else {
                report.print(out);
            }
            return report.passed() ? 0 : VIOLATIONS;
        } catch (StartException | DeskhandException | IOException e) {
            spec.commandLine().getErr().println("deskhand: unable to run chaos; " + e.getMessage());
            return NOT_RUN;
        } finally {
            end(stack, data);
        }
    }

    private ChaosRun.Settings settings(long chosen) {
        Set<FaultKind> faults = only.isEmpty() ? EnumSet.allOf(FaultKind.class) : EnumSet.copyOf(only);
        if (noFaults) {
            faults.clear();
        } else if (!killRedis && only.isEmpty()) {
            faults.remove(FaultKind.KILL_REDIS);
        }
        return new ChaosRun.Settings(
                chosen, seconds, customers, AGENTS.subList(0, agents), capacity, List.copyOf(faults), deadlines);
    }

    private void emptyLogs() throws IOException {
        Files.createDirectories(logs);
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file :
                    files.filter(found -> found.toString().endsWith(".log")).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void end(ChaosStack stack, TemporaryFolder data) {
        stack.close();
        try {
            data.close();
        } catch (IOException | UncheckedIOException e) {
            // The system empties the folder of temporary files.
        }
    }
}

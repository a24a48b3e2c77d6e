package io.deskhand.quickstart;

import io.deskhand.process.LocalProcess;
import io.deskhand.process.Program;
import io.deskhand.process.Readiness;
import io.deskhand.process.TemporaryFolder;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Plays the main job with clients of its own, from the outside, and times each step. */
@Command(
        name = "smoke",
        description = {
            "Plays the main job: ask, cited answers, ask for a person, claim, talk, resolve; times each step.",
            "Starts a stack of its own unless --customer-url and --agent-url name a running one."
        },
        mixinStandardHelpOptions = true)
final class Smoke implements Callable<Integer> {

    private static final long MEMORY_GOAL_KB = 1024 * 1024;
    private static final Duration READY_GOAL = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String READY_FILE = "ready.json";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--customer-url", description = "The customers' side of a running stack.")
    private @Nullable String customerUrl;

    @Option(names = "--agent-url", description = "The agents' side of a running stack.")
    private @Nullable String agentUrl;

    @Option(names = "--json", description = "Prints the same as JSON.")
    private boolean json;

    private final List<Step> steps = new ArrayList<>();

    /** One timed step. */
    record Step(String name, long millis, String note) {}

    @Override
    public Integer call() throws Exception {
        String failure = null;
        try {
            if ((customerUrl == null) != (agentUrl == null)) {
                throw new IllegalStateException("give both --customer-url and --agent-url, or none");
            }
            if (customerUrl == null || agentUrl == null) {
                playOnOwnStack();
            } else {
                MainJob.play(this, customerUrl, agentUrl);
            }
        } catch (Exception e) {
            failure = e.getMessage() == null ? e.toString() : e.getMessage();
        }
        report(failure);
        return failure == null ? 0 : 1;
    }

    /** Runs a step, times it and shows it with its note. */
    void step(String name, Callable<String> work) throws Exception {
        step(name, note -> note, work);
    }

    /** @param note what to show of the step's outcome */
    <T> T step(String name, Function<T, String> note, Callable<T> work) throws Exception {
        long began = System.nanoTime();
        T outcome;
        try {
            outcome = work.call();
        } catch (Exception e) {
            throw new IllegalStateException("step \"" + name + "\" failed; " + e.getMessage(), e);
        }
        Step step = new Step(name, (System.nanoTime() - began) / 1_000_000, note.apply(outcome));
        steps.add(step);
        if (!json) {
            spec.commandLine().getOut().printf("  ✓ %-46s %6d ms  %s%n", step.name(), step.millis(), step.note());
            spec.commandLine().getOut().flush();
        }
        return outcome;
    }

    private void playOnOwnStack() throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create("deskhand-smoke");
                LocalProcess stack = stack(folder.path())) {
            Path ready = folder.path().resolve(READY_FILE);
            Up.Addresses addresses = step("stack ready", started -> "goal " + READY_GOAL.toSeconds() + " s", () -> {
                stack.start();
                stack.awaitReady(PATIENCE);
                return JsonMapper.builder().build().readValue(Files.readString(ready), Up.Addresses.class);
            });
            if (steps.getLast().millis() > READY_GOAL.toMillis()) {
                throw new IllegalStateException(
                        "the stack took longer than " + READY_GOAL.toSeconds() + " s to be ready");
            }
            try {
                MainJob.play(this, addresses.customerUrl(), addresses.agentUrl());
                memory(addresses.pid());
            } finally {
                stack.terminate();
            }
        }
    }

    /** As {@code ./deskhand up} starts it, with the options of this JVM and ports of its own. */
    private static LocalProcess stack(Path folder) {
        Path ready = folder.resolve(READY_FILE);
        Program up = Program.java(
                "the stack",
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                Quickstart.class.getName(),
                "up",
                "--data",
                folder.resolve("data").toString(),
                "--customer-port",
                "0",
                "--agent-port",
                "0",
                "--realtime-port",
                "0",
                "--ready-file",
                ready.toString());
        return new LocalProcess(up, folder.resolve("up.log"), Readiness.file(ready));
    }

    private void memory(long pid) throws Exception {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.exists(status)) {
            return;
        }
        step("memory of the main JVM", () -> {
            long resident = Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
            if (resident > MEMORY_GOAL_KB) {
                throw new IllegalStateException(resident / 1024 + " MiB resident, the goal is 1024 MiB");
            }
            return resident / 1024 + " MiB resident, goal 1024 MiB";
        });
    }

    private void report(@Nullable String failure) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("passed", failure == null);
            report.put("failure", failure);
            report.put("steps", steps);
            out.println(JsonMapper.builder().build().writeValueAsString(report));
        } else if (failure == null) {
            out.printf(
                    "smoke passed: %d steps, %d ms%n",
                    steps.size(), steps.stream().mapToLong(Step::millis).sum());
        } else {
            out.println("  ✗ " + failure);
            out.println("smoke failed");
        }
        out.flush();
    }
}

package io.deskhand.quickstart;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
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

    /** What is done in a step; returns a note for the report. */
    interface Work {
        String run() throws Exception;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("deskhand-smoke");
        Process stack = null;
        String failure = null;
        try {
            long pid = -1;
            if (customerUrl == null || agentUrl == null) {
                stack = startStack(folder);
                pid = stack.pid();
            }
            MainJob.play(this, customerUrl, agentUrl);
            memory(pid);
        } catch (Exception e) {
            failure = e.getMessage() == null ? e.toString() : e.getMessage();
        } finally {
            stop(stack);
        }
        report(failure);
        return failure == null ? 0 : 1;
    }

    /** Runs a step, times it and shows it. */
    void step(String name, Work work) throws Exception {
        long began = System.nanoTime();
        String note;
        try {
            note = work.run();
        } catch (Exception e) {
            throw new IllegalStateException("step \"" + name + "\" failed; " + e.getMessage(), e);
        }
        Step step = new Step(name, (System.nanoTime() - began) / 1_000_000, note);
        steps.add(step);
        if (!json) {
            spec.commandLine().getOut().printf("  ✓ %-46s %6d ms  %s%n", step.name(), step.millis(), step.note());
            spec.commandLine().getOut().flush();
        }
    }

    private Process startStack(Path folder) throws Exception {
        Path ready = folder.resolve("ready.json");
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
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
                ready.toString()));
        Path output = folder.resolve("up.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-stack"));
        step("stack ready", () -> {
            await(ready, process, output);
            JsonNode addresses = JsonMapper.builder().build().readTree(Files.readString(ready));
            customerUrl = addresses.get("customerUrl").asString();
            agentUrl = addresses.get("agentUrl").asString();
            return "goal " + READY_GOAL.toSeconds() + " s";
        });
        if (steps.getLast().millis() > READY_GOAL.toMillis()) {
            throw new IllegalStateException("the stack took longer than " + READY_GOAL.toSeconds() + " s to be ready");
        }
        return process;
    }

    private static void await(Path ready, Process process, Path output) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!Files.exists(ready)) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the stack ended before it was ready:\n" + Files.readString(output));
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the stack was not ready in 120 s:\n" + Files.readString(output));
            }
        }
    }

    private void memory(long pid) throws Exception {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (pid < 0 || !Files.exists(status)) {
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

    private static void stop(@Nullable Process stack) throws InterruptedException {
        if (stack != null) {
            stack.destroy();
            if (!stack.waitFor(20, TimeUnit.SECONDS)) {
                stack.destroyForcibly();
            }
        }
    }

    private void report(@Nullable String failure) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> report = new java.util.LinkedHashMap<>();
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

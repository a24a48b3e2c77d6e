package io.deskhand.quickstart;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Starts everything, prints where it is, and runs until it is stopped. */
@Command(
        name = "up",
        description = "Starts everything in one JVM and prints the addresses.",
        mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {

    /** What the demo's agents sign in with. */
    static final String DEMO_PASSWORD = "deskhand";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", description = "Folder for Redis and local secrets (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(".data");

    @Option(names = "--prompts", description = "Folder with the bots (default: ${DEFAULT-VALUE}).")
    private Path prompts = Path.of("prompts");

    @Option(
            names = "--customer-port",
            defaultValue = "${env:DESKHAND_BOT_PORT:-8080}",
            description = "Port of the customers' side; 0 for any.")
    private int customerPort;

    @Option(
            names = "--agent-port",
            defaultValue = "${env:DESKHAND_DESK_PORT:-8090}",
            description = "Port of the agents' side; 0 for any.")
    private int agentPort;

    @Option(
            names = "--realtime-port",
            defaultValue = "${env:DESKHAND_REALTIME_PORT:-8082}",
            description = "Port of the local realtime server; 0 for any.")
    private int realtimePort;

    @Option(
            names = "--ready-file",
            description = "Written, as JSON with the addresses, when all is ready.",
            hidden = true)
    private @Nullable Path readyFile;

    /** What the ready file says. */
    record Addresses(String customerUrl, String agentUrl, String realtime, long pid) {}

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        String ablyKey = fromEnvironment("ABLY_API_KEY");
        String taken = portInUse(ablyKey);
        if (taken != null) {
            spec.commandLine().getErr().println(taken);
            return 1;
        }
        long began = System.nanoTime();
        CountDownLatch stopped = new CountDownLatch(1);
        LocalStack stack = LocalStack.start(
                new LocalStack.Settings(
                        data,
                        prompts,
                        customerPort,
                        agentPort,
                        realtimePort,
                        ablyKey,
                        fromEnvironment("DESKHAND_REDIS_URL")),
                part -> out.println("  starting " + part));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stack.close();
                            stopped.countDown();
                        },
                        "stop"));
        out.printf(
                """

                Deskhand is ready (%.1f s).
                  Customers   %s/demo/       a shop page with the chat widget
                  Agents      %s/dashboard/  sign in as anna (supervisor) or ben, password "%s"
                  Realtime    %s
                  Bot         %s
                Stop with Ctrl-C.
                """,
                (System.nanoTime() - began) / 1e9,
                stack.customerUrl(),
                stack.agentUrl(),
                DEMO_PASSWORD,
                stack.realtime(),
                mind());
        out.flush();
        announce(stack);
        stopped.await();
        return 0;
    }

    private void announce(LocalStack stack) throws IOException {
        if (readyFile != null) {
            Path part = readyFile.resolveSibling(readyFile.getFileName() + ".part");
            Files.writeString(
                    part,
                    JsonMapper.builder()
                            .build()
                            .writeValueAsString(new Addresses(
                                    stack.customerUrl(),
                                    stack.agentUrl(),
                                    stack.realtime(),
                                    ProcessHandle.current().pid())));
            Files.move(part, readyFile);
        }
    }

    private static String mind() {
        boolean llm = fromEnvironment("OPENAI_API_KEY") != null || fromEnvironment("DESKHAND_LLM_BASE_URL") != null;
        return llm
                ? "answers with the configured model"
                : "answers from its help articles (set OPENAI_API_KEY for a model)";
    }

    /** Returns which port is taken and what to do about it; null when all are free. */
    private @Nullable String portInUse(@Nullable String ablyKey) {
        String taken = portInUse("the customers' side", customerPort, "DESKHAND_BOT_PORT");
        if (taken == null) {
            taken = portInUse("the agents' side", agentPort, "DESKHAND_DESK_PORT");
        }
        if (taken == null && ablyKey == null) {
            taken = portInUse("the realtime server", realtimePort, "DESKHAND_REALTIME_PORT");
        }
        return taken;
    }

    private static @Nullable String portInUse(String what, int port, String variable) {
        if (port == 0) {
            return null;
        }
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.isBound() ? null : "port " + port + " cannot be used";
        } catch (IOException e) {
            return "deskhand: unable to start %s; port %d is taken (is Deskhand running already?). Stop what uses it, or choose another: %s=%d ./deskhand up"
                    .formatted(what, port, variable, port + 1000);
        }
    }

    private static @Nullable String fromEnvironment(String name) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? null : value;
    }
}

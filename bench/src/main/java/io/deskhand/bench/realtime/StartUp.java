package io.deskhand.bench.realtime;

import io.deskhand.ably.local.AblyLocal;
import io.deskhand.ably.local.AblyLocalOptions;
import io.deskhand.bench.measure.Bench.Progress;
import io.deskhand.bench.measure.Row;
import io.deskhand.bench.measure.Samples;
import io.deskhand.process.Program;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How long until a server accepts connections: from the start of a JVM, and once more in a JVM that has had one before. */
final class StartUp {

    private static final int COLD = 10;
    private static final int WARM_UP = 5;
    private static final int WARM = 30;
    private static final double GOAL_COLD_MILLIS = 1_000;
    private static final double GOAL_WARM_MILLIS = 100;

    private StartUp() {}

    static void run(List<Row> rows, Progress progress) throws Exception {
        progress.at("start-up, cold and warm");
        Path archive = Files.createTempDirectory("start-up").resolve("classes.jsa");
        List<String> archived =
                List.of("-XX:TieredStopAtLevel=1", "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive);
        coldStart(archived);
        List<Double> cold = new ArrayList<>();
        List<Double> launched = new ArrayList<>();
        for (int i = 0; i < COLD; i++) {
            cold.add(coldStart(List.of()));
            launched.add(coldStart(archived));
        }
        List<Double> warm = new ArrayList<>();
        for (int i = -WARM_UP; i < WARM; i++) {
            double millis = warmStart();
            if (i >= 0) {
                warm.add(millis);
            }
        }
        String first = "cold JVM → server listens";
        rows.add(Row.information(first, new Samples(cold), "ms"));
        rows.add(Row.atMost(first + ", as ./deskhand realtime", new Samples(launched), "ms", GOAL_COLD_MILLIS));
        rows.add(Row.atMost("another server in the same JVM → listens", new Samples(warm), "ms", GOAL_WARM_MILLIS));
    }

    /** Waits for the line in which the server says that it listens. Only from jars may classes be archived. */
    private static double coldStart(List<String> options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-XX:+UseSerialGC"));
        all.addAll(options);
        Program program = Program.java("realtime", all, jars(), "io.deskhand.ably.local.Main", List.of("--port", "0"));
        long began = System.nanoTime();
        Process process = program.builder().redirectErrorStream(true).start();
        try (BufferedReader output = process.inputReader()) {
            String line = output.readLine();
            while (line != null && !line.contains("listens on")) {
                line = output.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("unable to start a server; it said nothing");
            }
            return (System.nanoTime() - began) / 1e6;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static String jars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static double warmStart() {
        long began = System.nanoTime();
        try (AblyLocal server = AblyLocal.start(AblyLocalOptions.defaults())) {
            double millis = (System.nanoTime() - began) / 1e6;
            if (server.port() == 0) {
                throw new IllegalStateException("unable to measure; the server has no port");
            }
            return millis;
        }
    }
}

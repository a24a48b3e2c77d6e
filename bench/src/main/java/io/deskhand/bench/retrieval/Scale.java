package io.deskhand.bench.retrieval;

import io.deskhand.bench.measure.Bench.Progress;
import io.deskhand.bench.measure.Row;
import io.deskhand.bench.measure.Samples;
import io.deskhand.brain.knowledge.embedding.EmbeddingCache;
import io.deskhand.process.Program;
import io.deskhand.process.TemporaryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ten thousand passages in a process of its own, with the flags that {@code ./deskhand up} runs with and half of its heap. The first process computes the vectors unless an earlier run has left
 * them in {@code target/bench/retrieval}; three more start from there.
 */
final class Scale {

    /** Kept between runs. */
    static final Path VECTORS = Path.of("target/bench/retrieval");

    private static final int CHUNKS = 10_000;
    /** A few may turn out equal, or look like prompt injections. */
    private static final int SPARE = 40;

    private static final int STARTS = 3;
    private static final double MOST_MILLIS = 25;
    private static final double MOST_MEBIBYTES = 400;
    private static final double MOST_SECONDS = 3;

    private Scale() {}

    static void run(List<Row> rows, Progress progress) throws Exception {
        Path cache = VECTORS;
        try (TemporaryFolder folder = TemporaryFolder.create("deskhand-bench-")) {
            progress.at("scale: writing " + CHUNKS + " chunks");
            Path bot = folder.path().resolve("many");
            ManyArticles.write(bot, CHUNKS + SPARE, new EmbeddingCache(cache, EmbeddingCache.DEFAULT_BYTES));
            progress.at("scale: indexing them; minutes when their vectors are not kept in " + cache + " yet");
            JsonNode first = search(bot, cache);
            if (first.path("embedded").asInt() > CHUNKS) {
                rows.add(Row.information("10,000 chunks: indexed from nothing", of(first, "indexSeconds"), "s"));
            }
            List<JsonNode> starts = new ArrayList<>();
            for (int i = 1; i <= STARTS; i++) {
                progress.at("scale: start " + i + " of " + STARTS + " from the cache");
                starts.add(search(bot, cache));
            }
            report(starts, rows);
        }
    }

    private static void report(List<JsonNode> starts, List<Row> rows) {
        rows.add(Row.information("chunks", of(starts.getFirst(), "chunks"), ""));
        rows.add(Row.exactly(
                "texts embedded at a start from the cache",
                starts.getFirst().path("embedded").asLong(),
                "",
                0));
        rows.add(Row.information("10,000 chunks: a search, median", of(starts, "p50Millis"), "ms"));
        rows.add(Row.atMost("10,000 chunks: a search, p95", of(starts, "p95Millis"), "ms", MOST_MILLIS));
        rows.add(Row.information("10,000 chunks: a search, p99", of(starts, "p99Millis"), "ms"));
        rows.add(
                Row.atMost("process with model and index, resident", of(starts, "residentMiB"), "MiB", MOST_MEBIBYTES));
        rows.add(Row.information("… at its peak", of(starts, "peakMiB"), "MiB"));
        rows.add(Row.information("… of which heap in use", of(starts, "heapMiB"), "MiB"));
        rows.add(Row.atMost(
                "start from the cache: articles → first search", of(starts, "indexSeconds"), "s", MOST_SECONDS));
        rows.add(Row.information("… processor time of all threads", of(starts, "indexProcessorSeconds"), "s"));
        rows.add(Row.information("… reading its 2,510 files before", of(starts, "readSeconds"), "s"));
        rows.add(Row.information("… from the process's start", of(starts, "readySeconds"), "s"));
    }

    private static Samples of(JsonNode one, String figure) {
        return Samples.of(one.path(figure).asDouble());
    }

    private static Samples of(List<JsonNode> starts, String figure) {
        return new Samples(
                starts.stream().map(one -> one.path(figure).asDouble()).toList());
    }

    private static JsonNode search(Path bot, Path cache) throws IOException, InterruptedException {
        Process process = Program.java(
                        "search",
                        List.of(
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED"),
                        SearchMain.class.getName(),
                        bot.toString(),
                        cache.toString())
                .builder()
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("unable to measure; the process that searches failed: " + output);
        }
        return JsonMapper.builder()
                .build()
                .readTree(output.lines()
                        .filter(line -> line.startsWith("{"))
                        .findFirst()
                        .orElse("{}"));
    }
}

package io.deskhand.bench.retrieval;

import io.deskhand.bench.Samples;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.embedding.EmbeddingCache;
import io.deskhand.brain.knowledge.embedding.Embeddings;
import io.deskhand.brain.knowledge.embedding.MiniLm;
import io.deskhand.brain.knowledge.index.SearchQuery;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** One process that loads a bot, searches, and says on one line of JSON what it took. */
final class SearchMain {

    private static final int ROUNDS = 8;
    private static final int WARM_UP = 1;

    private SearchMain() {}

    /** @param args the bot's folder, the folder of the embedding cache */
    public static void main(String[] args) throws IOException {
        Embeddings embeddings = MiniLm.shared();
        double read = sinceStart();
        Bot bot = BotFiles.load(Path.of(args[0]));
        double indexing = sinceStart();
        double indexingProcessor = processorSeconds();
        KnowledgeBase knowledge = new KnowledgeBase(
                bot.articles(), embeddings, new EmbeddingCache(Path.of(args[1]), EmbeddingCache.DEFAULT_BYTES));
        knowledge.search(SearchQuery.of("how long does delivery take?", "en"), 8);
        double ready = sinceStart();
        double readyProcessor = processorSeconds();
        List<Double> millis = searches(knowledge);
        double searchedProcessor = processorSeconds();
        System.gc();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("chunks", knowledge.passages().size());
        report.put("embedded", knowledge.embedded());
        report.put("readSeconds", indexing - read);
        report.put("indexSeconds", ready - indexing);
        report.put("readySeconds", ready);
        report.put("indexProcessorSeconds", readyProcessor - indexingProcessor);
        report.put(
                "searchProcessorMillis",
                1e3 * (searchedProcessor - readyProcessor) * (ROUNDS - WARM_UP) / ROUNDS / millis.size());
        report.put("p50Millis", new Samples(millis).quantile(0.5));
        report.put("p95Millis", new Samples(millis).quantile(0.95));
        report.put("p99Millis", new Samples(millis).quantile(0.99));
        report.put("residentMiB", kibibytes("VmRSS") / 1024.0);
        report.put("peakMiB", kibibytes("VmHWM") / 1024.0);
        report.put(
                "heapMiB",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024.0 / 1024.0);
        System.out.println(JsonMapper.builder().build().writeValueAsString(report));
        System.exit(knowledge.passages().isEmpty() ? 1 : 0);
    }

    /** Every question in a random order, a first round apart; each search is timed alone, its query's embedding included. */
    private static List<Double> searches(KnowledgeBase knowledge) {
        List<Double> millis = new ArrayList<>();
        List<LabelledQuestion> questions = new ArrayList<>(LabelledQuestion.read());
        Random order = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(questions, order);
            for (LabelledQuestion question : questions) {
                long began = System.nanoTime();
                knowledge.search(question.query(), 8);
                if (round >= WARM_UP) {
                    millis.add((System.nanoTime() - began) / 1e6);
                }
            }
        }
        return millis;
    }

    /** Of all threads: says what work is done also on a machine that others keep busy. */
    private static double processorSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }

    private static double sinceStart() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    }

    /** What Linux says of this process; NaN elsewhere. */
    private static double kibibytes(String name) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(Double.NaN);
    }
}

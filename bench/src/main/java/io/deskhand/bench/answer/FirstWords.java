package io.deskhand.bench.answer;

import io.deskhand.bench.measure.Bench.Progress;
import io.deskhand.bench.measure.RoundTrip;
import io.deskhand.bench.measure.Row;
import io.deskhand.bench.measure.Samples;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.embedding.MiniLm;
import io.deskhand.brain.knowledge.index.SearchQuery;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the time from a customer's send until the bot's first words are in the room, next to a message sent into a room directly. First one ticket at a time, then
 * fifty whose answers stream at once.
 *
 * <p>The debounce is off. Retrieval is timed alone, with the same articles, questions and load. Its median is subtracted from the median of the whole, and the rest is
 * our own share. It includes the model's HTTP call.
 */
final class FirstWords {

    private static final int TICKETS = 50;
    private static final int WARM_UP_TICKETS = 300;
    private static final int SINGLE_TICKETS = 40;
    private static final int LOAD_ROUNDS = 2;
    private static final double MOST_BARE_SENDS = 4;
    private static final double MOST_UNDER_LOAD = 2;

    /** A sentence each quarter of a second: an answer streams for two seconds. */
    private static final Duration PACE = Duration.ofMillis(250);

    private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(50);
    private static final int PASSAGES = 6;

    /** All differ, so that the bot takes none for a repeat. */
    private static final List<String> QUESTIONS = List.of(
            "How long does delivery to Germany take?",
            "Which boot size do I need?",
            "Can I pay by invoice?",
            "How do I wash a down jacket?",
            "What does the warranty cover?",
            "How can I use a gift card?");

    private final AnswerStack stack;
    private final KnowledgeBase knowledge;
    private final RoundTrip bare;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random = new Random(7);
    private int tickets;

    private FirstWords(AnswerStack stack) {
        this.stack = stack;
        this.knowledge = new KnowledgeBase(
                BotFiles.load(AnswerStack.PROMPTS.resolve("bots").resolve(AnswerStack.BOT))
                        .articles(),
                MiniLm.shared());
        this.bare = new RoundTrip(() -> stack.viewer.send("bare", QUESTIONS.getFirst()));
        stack.viewer.join("bare", message -> bare.arrived());
    }

    static void run(List<Row> rows, Progress progress) throws Exception {
        progress.at("first words: starting bot-service");
        try (AnswerStack stack = new AnswerStack()) {
            new FirstWords(stack).measure(rows, progress);
        }
    }

    /** Samples in milliseconds, taken at the same time. */
    private record Taken(List<Double> whole, List<Double> retrieval, List<Double> untilModel) {

        Taken() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        /** The whole without the median retrieval. */
        Samples own() {
            double usual = new Samples(retrieval).median();
            return new Samples(whole.stream().map(value -> value - usual).toList());
        }
    }

    private void measure(List<Row> rows, Progress progress) throws Exception {
        progress.at("first words: warming up");
        single(WARM_UP_TICKETS, false);
        progress.at("first words: one ticket at a time");
        Taken single = single(SINGLE_TICKETS, true);
        Samples stub = stubAlone();
        stack.model.pace(PACE);
        progress.at("first words: " + TICKETS + " tickets streaming, warming up");
        streaming();
        Taken loaded = new Taken();
        for (int round = 1; round <= LOAD_ROUNDS; round++) {
            progress.at("first words: " + TICKETS + " tickets streaming, round " + round + " of " + LOAD_ROUNDS);
            Taken taken = streaming();
            loaded.whole().addAll(taken.whole());
            loaded.retrieval().addAll(taken.retrieval());
        }
        report(rows, single, stub, loaded);
    }

    private void report(List<Row> rows, Taken single, Samples stub, Taken loaded) {
        Samples send = bare.samples().dividedBy(1_000);
        rows.add(Row.ratioAtMost(
                "send → first words, own share / bare Chat send → receive", single.own(), "ms", send, MOST_BARE_SENDS));
        rows.add(Row.information("… with retrieval", new Samples(single.whole()), "ms"));
        rows.add(Row.information("… until the model is asked", new Samples(single.untilModel()), "ms"));
        rows.add(Row.information("… retrieval alone, excluded", new Samples(single.retrieval()), "ms"));
        rows.add(Row.information("… the stub's first event, in the own share", stub, "ms"));
        rows.add(Row.information("… debounce, off here; as the service has it", Samples.of(400), "ms"));
        rows.add(Row.ratioAtMost(
                TICKETS + " tickets streaming, own share / one ticket",
                loaded.own(),
                "ms",
                single.own(),
                MOST_UNDER_LOAD));
        rows.add(Row.information(
                "… p95 of the own share", Samples.of(loaded.own().quantile(0.95)), "ms"));
        rows.add(Row.information("… with retrieval", new Samples(loaded.whole()), "ms"));
        rows.add(Row.information("… retrieval alone, excluded", new Samples(loaded.retrieval()), "ms"));
    }

    /** One question at a time, in turns with the bare send and a retrieval. */
    private Taken single(int count, boolean keep) throws Exception {
        Taken taken = new Taken();
        for (int i = 0; i < count; i++) {
            try (Talk talk = talk()) {
                for (String question : QUESTIONS) {
                    long began = System.nanoTime();
                    taken.whole().add(talk.ask(question));
                    taken.untilModel().add((stack.model.lastRequestAt() - began) / 1e6);
                    bare.measure(1, keep);
                    taken.retrieval().add(retrieve(question));
                }
            }
        }
        return taken;
    }

    /** All tickets ask at times of their own, and the answers of all of them stream meanwhile. */
    private Taken streaming() throws Exception {
        List<Talk> talks = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            talks.add(talk());
        }
        Taken taken = new Taken();
        try (ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Double>>> asking = talks.stream()
                    .map(talk -> {
                        long after = random.nextLong(PACE.multipliedBy(8).toNanos());
                        return customers.submit(() -> askAll(talk, after));
                    })
                    .toList();
            while (asking.stream().anyMatch(future -> !future.isDone())) {
                taken.retrieval().add(retrieve(QUESTIONS.get(random.nextInt(QUESTIONS.size()))));
                LockSupport.parkNanos(BETWEEN_SAMPLES.toNanos());
            }
            for (Future<List<Double>> future : asking) {
                taken.whole().addAll(future.get());
            }
        }
        for (Talk talk : talks) {
            talk.close();
        }
        return taken;
    }

    private static List<Double> askAll(Talk talk, long afterNanos) throws Exception {
        LockSupport.parkNanos(afterNanos);
        List<Double> millis = new ArrayList<>();
        for (String question : QUESTIONS) {
            millis.add(talk.ask(question));
        }
        // The first question finds fewer answers streaming than the others do.
        return millis.subList(1, millis.size());
    }

    private Talk talk() throws Exception {
        return new Talk(stack, "t" + tickets++);
    }

    private double retrieve(String question) {
        long began = System.nanoTime();
        knowledge.search(SearchQuery.of(question, "en"), PASSAGES);
        return (System.nanoTime() - began) / 1e6;
    }

    /** The newest request of the service again, until the first line of the answer. */
    private Samples stubAlone() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.model.baseUrl() + "/chat/completions"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(stack.model.lastRequest()))
                .build();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            long began = System.nanoTime();
            try (InputStream in =
                    http.send(request, BodyHandlers.ofInputStream()).body()) {
                if (in.read() < 0) {
                    throw new IllegalStateException("unable to measure; the stub says nothing");
                }
                if (i >= 200) {
                    millis.add((System.nanoTime() - began) / 1e6);
                }
                in.readAllBytes();
            }
        }
        return new Samples(millis);
    }
}

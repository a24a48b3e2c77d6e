package io.deskhand.bench.answer;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model behind an OpenAI-compatible streaming API that answers at once. It streams the first passage of its prompt, sentence by sentence, each with its citation, so
 * every guard accepts it.
 */
final class ModelStub implements AutoCloseable {

    private static final Pattern PASSAGE =
            Pattern.compile("<<<\\S+ article (\\S+)\\n[^\\n]*\\n(.+?)\\n\\S+>>>", Pattern.DOTALL);
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
    private static final int MOST_SENTENCES = 8;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private volatile Duration pace = Duration.ZERO;
    private volatile byte[] lastRequest = {};
    private volatile long lastRequestAt;

    ModelStub() throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> answer(body, request.response())))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.actualPort() + "/v1";
    }

    /** How long it waits after each sentence from now on; zero sends all at once. */
    void pace(Duration betweenSentences) {
        pace = betweenSentences;
    }

    /** The body of the newest request, so that the same can be asked directly. */
    byte[] lastRequest() {
        return lastRequest;
    }

    /** When that request came, by {@link System#nanoTime()}. */
    long lastRequestAt() {
        return lastRequestAt;
    }

    private void answer(Buffer body, HttpServerResponse response) {
        lastRequestAt = System.nanoTime();
        lastRequest = body.getBytes();
        Queue<String> events = new ArrayDeque<>();
        for (String sentence :
                sentences(json.readTree(lastRequest).at("/messages/0/content").asString(""))) {
            events.add(event(Map.of("content", sentence + " "), null));
        }
        events.add(event(Map.of(), "stop"));
        response.setChunked(true).putHeader("Content-Type", "text/event-stream");
        if (pace.isZero()) {
            response.end(String.join("", events) + "data: [DONE]\n\n");
        } else {
            send(events, response);
        }
    }

    private void send(Queue<String> events, HttpServerResponse response) {
        String next = events.poll();
        if (response.closed()) {
            return;
        }
        if (next == null) {
            response.end("data: [DONE]\n\n");
            return;
        }
        response.write(next);
        vertx.setTimer(pace.toMillis(), elapsed -> send(events, response));
    }

    private static List<String> sentences(String prompt) {
        Matcher passage = PASSAGE.matcher(prompt);
        List<String> sentences = new ArrayList<>();
        if (passage.find()) {
            for (String sentence : SENTENCE_END.split(passage.group(2).replace('\n', ' '))) {
                if (sentences.size() < MOST_SENTENCES) {
                    sentences.add(sentence + " [" + passage.group(1) + "]");
                }
            }
        }
        sentences.add("That is all.");
        return sentences;
    }

    private String event(Map<String, String> delta, @Nullable String finish) {
        Map<String, Object> choice = new HashMap<>(Map.of("index", 0, "delta", delta));
        choice.put("finish_reason", finish);
        Map<String, Object> chunk =
                Map.of("id", "stub", "object", "chat.completion.chunk", "model", "stub", "choices", List.of(choice));
        return "data: " + json.writeValueAsString(chunk) + "\n\n";
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}

package io.deskhand.brain.internal.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one turn, one after the other. Each is read on a virtual thread of its own, so a slow reader never holds up another turn.
 *
 * <p>Guarantees: a request is repeated only before its first byte of body. {@link #cancel} closes the socket, also while the head of the response is awaited. After it
 * no listener is called.
 */
final class StreamingCall implements HttpClient {

    private static final int LONGEST_ERROR = 2_000;

    private final java.net.http.HttpClient http;
    private final Duration headTimeout;
    private final RetryPolicy retry;
    private final InstantSource time;
    private final Consumer<ModelEvent> signs;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private volatile @Nullable Thread reader;
    private volatile @Nullable InputStream body;

    /**
     * @param headTimeout until the answer's head has come
     * @param signs told of every event of the stream, and how long the call is going to wait before it tries again
     */
    StreamingCall(
            java.net.http.HttpClient http,
            Duration headTimeout,
            RetryPolicy retry,
            InstantSource time,
            Consumer<ModelEvent> signs) {
        this.http = http;
        this.headTimeout = headTimeout;
        this.retry = retry;
        this.time = time;
        this.signs = signs;
    }

    /** Closes the socket and silences the listener. */
    void cancel() {
        cancelled.countDown();
        Thread running = reader;
        if (running != null) {
            running.interrupt();
        }
        close(body);
    }

    private boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        reader = Thread.ofVirtual().name("llm-call").start(() -> run(request, parser, listener));
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("this client streams");
    }

    private void run(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            HttpResponse<InputStream> response = send(request);
            body = response.body();
            if (response.statusCode() / 100 != 2) {
                tell(() -> listener.onError(new HttpException(response.statusCode(), error(response))));
                return;
            }
            try (InputStream in = response.body()) {
                tell(() -> listener.onOpen(head(response)));
                parser.parse(in, new Silenced(listener));
                tell(listener::onClose);
            }
        } catch (HttpTimeoutException e) {
            tell(() -> listener.onError(new TimeoutException(e)));
        } catch (IOException e) {
            tell(() -> listener.onError(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Optional<Duration> delay;
            try {
                HttpResponse<InputStream> response = http.send(convert(request), BodyHandlers.ofInputStream());
                if (!RetryPolicy.isWorthwhile(response.statusCode())) {
                    return response;
                }
                delay = retry.delay(attempt, response.headers().firstValue("Retry-After"), time);
                if (delay.isEmpty()) {
                    return response;
                }
                close(response.body());
            } catch (IOException e) {
                boolean silentServer = e instanceof HttpTimeoutException && !(e instanceof HttpConnectTimeoutException);
                delay = silentServer || isCancelled() ? Optional.empty() : retry.delay(attempt, Optional.empty(), time);
                if (delay.isEmpty()) {
                    throw e;
                }
            }
            signs.accept(new ModelEvent.Pause(delay.get()));
            if (cancelled.await(delay.get().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new InterruptedException("cancelled");
            }
        }
    }

    private java.net.http.HttpRequest convert(HttpRequest request) {
        var builder =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(headTimeout);
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        String text = request.body() == null ? "" : request.body();
        return builder.method(request.method().name(), BodyPublishers.ofString(text))
                .build();
    }

    private static SuccessfulHttpResponse head(HttpResponse<InputStream> response) {
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(Map.copyOf(response.headers().map()))
                .build();
    }

    private static String error(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            return new String(in.readNBytes(LONGEST_ERROR), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(the error's text could not be read)";
        }
    }

    private void tell(Runnable event) {
        if (!isCancelled()) {
            event.run();
        }
    }

    private static void close(@Nullable InputStream stream) {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                // closing is all that was wanted; a socket that is gone already is closed
            }
        }
    }

    /** Passes events on until the call is cancelled. */
    private final class Silenced implements ServerSentEventListener {

        private final ServerSentEventListener listener;

        Silenced(ServerSentEventListener listener) {
            this.listener = listener;
        }

        @Override
        public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
            signs.accept(new ModelEvent.Alive());
            tell(() -> listener.onEvent(event, context));
        }

        @Override
        public void onEvent(ServerSentEvent event) {
            tell(() -> listener.onEvent(event));
        }

        @Override
        public void onError(Throwable error) {
            tell(() -> listener.onError(error));
        }
    }
}

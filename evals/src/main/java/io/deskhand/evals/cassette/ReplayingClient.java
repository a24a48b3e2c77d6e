package io.deskhand.evals.cassette;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Answers from recordings. Has no network to fall back on. */
final class ReplayingClient implements HttpClient {

    private final CassettePlayer player;

    ReplayingClient(CassettePlayer player) {
        this.player = player;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("the bot streams; nothing else was recorded");
    }

    /** Answers at once, on the caller's thread. */
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        Optional<Recording> found = player.find(ModelRequest.of(request));
        if (found.isEmpty()) {
            listener.onError(new IOException("no recording"));
            return;
        }
        Recording recording = found.get();
        String error = recording.error();
        if (recording.status() != 200) {
            listener.onError(new HttpException(recording.status(), String.valueOf(error)));
            return;
        }
        listener.onOpen(SuccessfulHttpResponse.builder()
                .statusCode(recording.status())
                .headers(Map.of())
                .build());
        Handle handle = new Handle();
        for (Recording.Event event : recording.events()) {
            if (handle.isCancelled()) {
                return;
            }
            listener.onEvent(new ServerSentEvent(event.event(), event.data()), new ServerSentEventContext(handle));
        }
        if (error == null) {
            listener.onClose();
        } else {
            listener.onError(new IOException(error));
        }
    }

    private static final class Handle implements ServerSentEventParsingHandle {

        private volatile boolean cancelled;

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}

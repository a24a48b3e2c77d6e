package io.deskhand.evals.cassette;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;

/** Passes everything on and keeps a copy of what comes back. */
final class RecordingClient implements HttpClient {

    private final HttpClient network;
    private final CassettePlayer player;

    RecordingClient(HttpClient network, CassettePlayer player) {
        this.network = network;
        this.player = player;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("the bot streams; there is nothing else to record");
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        network.execute(request, parser, new Copying(listener, player.record(ModelRequest.of(request))));
    }

    private record Copying(ServerSentEventListener listener, CassettePlayer.Slot slot)
            implements ServerSentEventListener {

        @Override
        public void onOpen(SuccessfulHttpResponse response) {
            listener.onOpen(response);
        }

        @Override
        public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
            slot.event(event.event(), event.data());
            listener.onEvent(event, context);
        }

        @Override
        public void onEvent(ServerSentEvent event) {
            slot.event(event.event(), event.data());
            listener.onEvent(event);
        }

        @Override
        public void onError(Throwable error) {
            int status = error instanceof HttpException http ? http.statusCode() : 200;
            slot.ended(status, String.valueOf(error.getMessage()));
            listener.onError(error);
        }

        @Override
        public void onClose() {
            slot.ended(200, null);
            listener.onClose();
        }
    }
}

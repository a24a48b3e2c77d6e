package io.deskhand.brain.internal.model;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.deskhand.brain.bot.Bot.ModelTuning;
import io.deskhand.brain.internal.model.ModelEvent.Alive;
import io.deskhand.brain.internal.model.ModelEvent.Completed;
import io.deskhand.brain.internal.model.ModelEvent.Failed;
import io.deskhand.brain.internal.model.ModelEvent.Pause;
import io.deskhand.brain.internal.model.ModelEvent.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A turn's exchange with a model, pulled by the turn's own thread. It adds two timers that clients lack: how long the model may be silent, and how long the turn may
 * take in all. For one thread.
 */
public final class ModelStream implements AutoCloseable {

    private final BlockingQueue<ModelEvent> events = new LinkedBlockingQueue<>();
    private final ModelClient client;
    private final ModelTuning tuning;
    private final StreamingCall call;
    private final InstantSource time;
    private final Instant deadline;

    /** @param deadline when the turn must be over */
    ModelStream(ModelClient client, ModelTuning tuning, InstantSource time, Instant deadline) {
        this.client = client;
        this.tuning = tuning;
        this.time = time;
        this.call = client.call(events::add);
        this.deadline = deadline;
    }

    /** Sends the next request of the turn. */
    public void send(ChatRequest request) {
        events.clear();
        try {
            client.model(call, tuning).chat(request, new Handler());
        } catch (RuntimeException e) {
            events.add(new Failed(e));
        }
    }

    /** Returns the next event except pauses and events without text, or the timer that ran out. */
    public Next next() throws InterruptedException {
        Duration patience = client.idleTimeout();
        while (true) {
            Duration left = Duration.between(time.instant(), deadline);
            Duration wait = patience.compareTo(left) < 0 ? patience : left;
            ModelEvent event = events.poll(Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
            if (event == null) {
                return new Next(null, left.compareTo(patience) <= 0 ? ModelFailure.TOO_LONG : ModelFailure.STALLED);
            }
            switch (event) {
                case Pause pause -> patience = client.idleTimeout().plus(pause.duration());
                case Alive alive -> patience = client.idleTimeout();
                case Text text -> {
                    return new Next(text, null);
                }
                case Completed completed -> {
                    return new Next(completed, null);
                }
                case Failed failed -> {
                    return new Next(null, ModelFailure.of(failed.error()));
                }
            }
        }
    }

    /** An event or a failure; never both. */
    public record Next(@Nullable ModelEvent event, @Nullable ModelFailure failure) {}

    /** Closes the socket; nothing more comes. */
    @Override
    public void close() {
        call.cancel();
    }

    private final class Handler implements StreamingChatResponseHandler {

        @Override
        public void onPartialResponse(String delta) {
            events.add(new Text(delta));
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            events.add(new Completed(response));
        }

        @Override
        public void onError(Throwable error) {
            events.add(new Failed(error));
        }
    }
}

package io.deskhand.brain.internal.model;

import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Duration;

/** What a model's stream brings. */
public sealed interface ModelEvent {

    record Text(String delta) implements ModelEvent {}

    /** An event without text, such as a piece of a tool call. It restarts the idle timer. */
    record Alive() implements ModelEvent {}

    /** The call waits this long on purpose before it tries again. */
    record Pause(Duration duration) implements ModelEvent {}

    record Completed(ChatResponse response) implements ModelEvent {}

    record Failed(Throwable error) implements ModelEvent {}
}

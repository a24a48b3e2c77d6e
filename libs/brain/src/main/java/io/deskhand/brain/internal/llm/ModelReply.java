package io.deskhand.brain.internal.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.internal.model.ModelFailure;

/** The result of one request to a model. */
sealed interface ModelReply {

    /** A complete message: text, which has been written, or tool calls, which are to be run. */
    record Message(ChatResponse response) implements ModelReply {}

    /** It failed. */
    record Failed(ModelFailure failure) implements ModelReply {}

    /** The turn is over. */
    record Ended(TurnDecision decision) implements ModelReply {}

    /** The turn was cut while the model answered, which says nothing about the model. */
    record Cut(TurnDecision decision) implements ModelReply {}
}

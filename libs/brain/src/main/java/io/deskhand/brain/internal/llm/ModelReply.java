package io.deskhand.brain.internal.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.internal.model.ModelFailure;

/** What came of a request to a model. */
sealed interface ModelReply {

    /** It answered in full: with text, which has been said, or with tool calls, which are to be run. */
    record Message(ChatResponse response) implements ModelReply {}

    /** It failed. */
    record Failed(ModelFailure failure) implements ModelReply {}

    /** The turn is over. */
    record Ended(TurnDecision decision) implements ModelReply {}

    /** The turn was cut while the model spoke, which says nothing about the model. */
    record Cut(TurnDecision decision) implements ModelReply {}
}

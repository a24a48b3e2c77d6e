package io.deskhand.brain.internal.turn;

import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.policy.Dialogue;
import java.util.Optional;

/**
 * A turn on its way.
 *
 * @param dialogue the request's dialogue, read as questions and answers
 * @param record what is noted while it runs
 */
public record TurnContext(TurnRequest request, Dialogue dialogue, TurnRecord record) {

    public static TurnContext start(TurnRequest request, TurnRecord record) {
        return new TurnContext(request, Dialogue.of(request), record);
    }

    /** This turn for the newest of several messages alone; empty when there is one. */
    public Optional<TurnContext> forNewest() {
        return dialogue.ofNewest().map(newest -> new TurnContext(request, newest, record));
    }

    /** BCP 47 tag of the customer's language. */
    public String language() {
        return request.language();
    }
}

package io.deskhand.brain;

/**
 * Answers one turn of one ticket.
 *
 * <p>Guarantees: the call blocks and ends with exactly one {@link TurnDecision}, whatever happens to the model, its network or its tools. Faults are decisions, not
 * exceptions. Text goes to the sink in order. After the sink has answered {@code false}, or an interrupt of the thread, nothing more is sent to it. The call then ends
 * soon, and the model's socket is closed.
 *
 * <p>Non-guarantees: the text sent so far may be a prefix of the decision's text; the caller stores the decision's text as the final one.
 */
public interface Brain {

    /**
     * @throws InterruptedException if the thread was interrupted: the turn has been cut and has no decision
     */
    TurnDecision answer(TurnRequest request, TurnSink sink) throws InterruptedException;
}

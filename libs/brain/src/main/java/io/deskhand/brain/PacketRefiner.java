package io.deskhand.brain;

import io.deskhand.brain.TurnDecision.Packet;
import io.deskhand.ticketing.ticket.EscalationReason;
import java.util.Optional;

/** Writes a better handoff packet than the one of the escalation, with a model. */
@FunctionalInterface
public interface PacketRefiner {

    /**
     * Asks the model once, within a time and the bot's budget.
     *
     * <p>Guarantees: every fact is in the dialogue, and so is every figure of the other texts. The packet has no payment data and no identity numbers. A part of the
     * model's packet that breaks this is replaced by the same part of the first packet. No failure of the model is an exception.
     *
     * @param request the dialogue as it stood at the escalation
     * @param first the packet that the escalation has
     * @return empty when there is no model, no budget, or no usable answer: then the first packet stays
     * @throws InterruptedException if the thread was interrupted
     */
    Optional<Refined> refine(TurnRequest request, EscalationReason reason, Packet first) throws InterruptedException;

    /** @param trace the model, what it used, and what the guards did */
    record Refined(Packet packet, TurnDecision.Trace trace) {}
}

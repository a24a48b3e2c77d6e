package io.deskhand.bot.turn;

import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.TurnDecision.Packet;
import io.deskhand.brain.TurnDecision.Reason;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.log.HandoffPacket.CustomerIdentity;
import io.deskhand.ticketing.log.HandoffPacket.CustomerIdentity.Trust;
import io.deskhand.ticketing.ticket.EscalationReason;
import org.jspecify.annotations.Nullable;

/** Maps the brain's handoff packet to the log's. */
public final class HandoffPackets {

    private HandoffPackets() {}

    /**
     * The packet for the log. What the service knows of the customer has a field of its own, so nobody can forge it in a message.
     *
     * @param customerContext the customer that the packet is about
     * @param decision how the bot came to escalate; null when no bot decided
     */
    public static HandoffPacket of(
            Reason reason, Packet packet, CustomerContext customerContext, @Nullable BotDecision decision) {
        return new HandoffPacket(
                reason(reason),
                new CustomerIdentity(trust(customerContext.trust()), customerContext.attributes()),
                packet.wants(),
                packet.tried(),
                packet.facts(),
                packet.question(),
                packet.suggestedReply(),
                decision);
    }

    /** The brain does not depend on ticketing, so its reasons are mapped here; a new one does not compile until it is mapped. */
    static EscalationReason reason(Reason reason) {
        return switch (reason) {
            case ASKED -> EscalationReason.ASKED;
            case SENSITIVE -> EscalationReason.SENSITIVE;
            case RULE -> EscalationReason.RULE;
            case WEAK_EVIDENCE -> EscalationReason.WEAK_EVIDENCE;
            case LOOP -> EscalationReason.LOOP;
            case TOOL_FAILED -> EscalationReason.TOOL_FAILED;
            case OUTAGE -> EscalationReason.OUTAGE;
            case BUDGET -> EscalationReason.BUDGET;
        };
    }

    private static Trust trust(CustomerContext.Trust trust) {
        return switch (trust) {
            case ANONYMOUS -> Trust.ANONYMOUS;
            case IDENTIFIED -> Trust.IDENTIFIED;
            case VERIFIED -> Trust.VERIFIED;
        };
    }
}

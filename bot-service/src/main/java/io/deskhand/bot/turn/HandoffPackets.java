package io.deskhand.bot.turn;

import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.TurnDecision.Packet;
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
            EscalationReason reason, Packet packet, CustomerContext customerContext, @Nullable BotDecision decision) {
        return new HandoffPacket(
                reason,
                new CustomerIdentity(trust(customerContext.trust()), customerContext.attributes()),
                packet.wants(),
                packet.tried(),
                packet.facts(),
                packet.question(),
                packet.suggestedReply(),
                decision);
    }

    private static Trust trust(CustomerContext.Trust trust) {
        return switch (trust) {
            case ANONYMOUS -> Trust.ANONYMOUS;
            case IDENTIFIED -> Trust.IDENTIFIED;
            case VERIFIED -> Trust.VERIFIED;
        };
    }
}

package io.deskhand.ticketing.log;

import io.deskhand.ticketing.ticket.EscalationReason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The summary that an agent reads first about an escalated ticket.
 *
 * @param customer what the service knows of the customer, apart from what was said; null when nothing is known
 * @param wants what the customer wants, one sentence
 * @param tried what the bot answered so far
 * @param facts order numbers, dates and products that were named
 * @param question the open question
 * @param suggestedReply a first reply to edit; may be empty
 * @param decision how the bot came to escalate; null when no bot decided
 */
public record HandoffPacket(
        EscalationReason reason,
        @Nullable CustomerIdentity customer,
        String wants,
        List<String> tried,
        List<String> facts,
        String question,
        String suggestedReply,
        @Nullable BotDecision decision)
        implements EntryData {

    public HandoffPacket {
        tried = List.copyOf(tried);
        facts = List.copyOf(facts);
    }

    /** A packet of what the ticket itself knows. */
    public static HandoffPacket of(EscalationReason reason, String wants, String question, String suggestedReply) {
        return new HandoffPacket(reason, null, wants, List.of(), List.of(), question, suggestedReply, null);
    }

    /**
     * Who the customer is, as far as the service vouches for it.
     *
     * @param attributes as the shop signed them
     */
    public record CustomerIdentity(Trust trust, Map<String, String> attributes) {

        public CustomerIdentity {
            attributes = Map.copyOf(attributes);
        }

        /** Without the values, which are personal data. */
        @Override
        public String toString() {
            return "CustomerIdentity[" + trust + ", " + attributes.keySet() + "]";
        }

        public enum Trust {
            ANONYMOUS,
            /** They gave an email address, which nobody has checked. */
            IDENTIFIED,
            /** The shop signed who they are. */
            VERIFIED
        }
    }
}

package io.deskhand.ticketing;

import io.deskhand.ticketing.LogEntry.Citation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody wants to happen to a ticket. A command with the same id on the same ticket happens once (I10). */
public sealed interface Command {

    /** Unique within the ticket; a repeat has the first one's outcome. */
    String commandId();

    /** A customer opens a ticket; the bot owns it. */
    record Open(
            String commandId,
            TicketId ticket,
            CustomerId customer,
            Owner.Bot bot,
            String subject,
            String language,
            TeamId team,
            String greeting)
            implements Command {}

    /**
     * The room has a message of the customer.
     *
     * @param serial its serial in the room, which makes the command unique
     */
    record CustomerSays(String serial, String text) implements Command {
        @Override
        public String commandId() {
            return "room:" + serial;
        }
    }

    /**
     * The bot ends a turn with its text.
     *
     * @param turn log position of the newest customer message that it answers
     * @param decision how it came about, JSON-shaped, for agents and audit
     */
    record BotSays(TurnKey turn, String text, List<Citation> citations, Map<String, Object> decision)
            implements Command {
        @Override
        public String commandId() {
            return turn.commandId();
        }
    }

    /**
     * The ticket goes to its team's queue.
     *
     * @param turn the bot's turn that this ends, null when the customer or a timer escalates
     * @param text the bot's own words before the transfer notice, may be empty
     * @param packet the handoff packet, JSON-shaped
     * @param notice what the customer is told, in their language; empty for the usual words
     */
    record Escalate(
            String commandId,
            EscalationReason reason,
            @Nullable TurnKey turn,
            String text,
            Map<String, Object> packet,
            String notice)
            implements Command {}

    /**
     * An agent becomes the owner.
     *
     * @param capacity the most tickets that the agent may own at once
     */
    record Claim(String commandId, Owner.Agent agent, int capacity) implements Command {}

    /** An agent writes to the customer; on a ticket that no agent owns this is a claim first (I3). */
    record AgentSays(String commandId, Owner.Agent agent, int capacity, String text) implements Command {}

    /**
     * The matter is settled.
     *
     * @param force also when a customer message stands unanswered
     */
    record Resolve(String commandId, Owner.Agent agent, boolean force) implements Command {}

    /**
     * A bot's right to write: every automated write carries it (I2).
     *
     * @param epoch the ticket's epoch when the turn began
     * @param turn log position of the newest customer message that the turn answers
     */
    record TurnKey(long epoch, long turn) {
        String commandId() {
            return "turn:" + epoch + ":" + turn;
        }
    }
}

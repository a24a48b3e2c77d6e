package io.deskhand.ticketing.rules;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a decision rests on in addition to the ticket and the command.
 *
 * @param agentHere whether an agent is present who could take an escalated ticket (I21)
 * @param lastAgentCapacity the most tickets that the ticket's last agent may own, if they are there and own fewer; else null
 * @param otherOpen another open ticket of the customer with the bot (I16), else null
 * @param namedTeam the team that an escalation names, if somebody is or was in it (I11), else null
 */
public record DecisionContext(
        Instant now,
        boolean agentHere,
        @Nullable Integer lastAgentCapacity,
        @Nullable TicketId otherOpen,
        @Nullable TeamId namedTeam) {

    /** Without a team that is named. */
    public DecisionContext(
            Instant now, boolean agentHere, @Nullable Integer lastAgentCapacity, @Nullable TicketId otherOpen) {
        this(now, agentHere, lastAgentCapacity, otherOpen, null);
    }

    /** Whether the decision rests on {@link #agentHere}: the command gives the ticket to people, or asks something of them. */
    public static boolean askWhoIsHere(Ticket ticket, Command command) {
        return switch (command) {
            case Command.Escalate escalate -> true;
            case Command.Expire expire -> true;
            case Command.AskColleague ask -> true;
            case Command.BotSays says -> says.review() || ticket.review().approval();
            default -> false;
        };
    }

    /** For commands that need to know the time alone. */
    public static DecisionContext at(Instant now) {
        return new DecisionContext(now, false, null, null);
    }
}

package io.deskhand.ticketing.view;

import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.rules.AgentAction;
import io.deskhand.ticketing.ticket.Ticket;
import java.util.Collection;
import java.util.List;

/**
 * A ticket, its whole log, and what the agent who looks at it may do now.
 *
 * @param actions in the order of {@link AgentAction}
 */
public record AgentSnapshot(AgentTicket ticket, List<AgentEntry> entries, List<AgentAction> actions) {

    public AgentSnapshot {
        entries = List.copyOf(entries);
        actions = List.copyOf(actions);
    }

    public static AgentSnapshot of(Ticket ticket, List<LogEntry> entries, Collection<AgentAction> actions) {
        return new AgentSnapshot(
                AgentTicket.of(ticket),
                entries.stream().map(AgentEntry::of).toList(),
                actions.stream().sorted().toList());
    }
}

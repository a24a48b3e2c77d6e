package io.deskhand.ticketing.view;

import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.rules.CustomerAction;
import io.deskhand.ticketing.ticket.Ticket;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A ticket, what its customer may see of its log, and what they may do now.
 *
 * @param actions in the order of {@link CustomerAction}
 */
public record CustomerSnapshot(CustomerTicket ticket, List<CustomerEntry> entries, List<CustomerAction> actions) {

    public CustomerSnapshot {
        entries = List.copyOf(entries);
        actions = List.copyOf(actions);
    }

    public static CustomerSnapshot of(Ticket ticket, List<LogEntry> entries, Collection<CustomerAction> actions) {
        return new CustomerSnapshot(
                CustomerTicket.of(ticket),
                entries.stream()
                        .map(CustomerEntry::of)
                        .flatMap(Optional::stream)
                        .toList(),
                actions.stream().sorted().toList());
    }
}

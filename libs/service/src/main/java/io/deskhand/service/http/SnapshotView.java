package io.deskhand.service.http;

import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.store.TicketQueries.Snapshot;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.view.TicketView;
import java.util.List;
import java.util.Map;

/** A ticket and its log as the APIs give them (docs/api.md). */
public record SnapshotView(TicketView ticket, List<LogEntry> entries) {

    public SnapshotView {
        entries = List.copyOf(entries);
    }

    /** All of it, for agents. */
    public static SnapshotView forAgent(Snapshot snapshot) {
        return new SnapshotView(TicketView.of(snapshot.ticket()), snapshot.entries());
    }

    /** What the customer may see: nothing that is for colleagues alone, and not how the bot came to its answers. */
    public static SnapshotView forCustomer(Snapshot snapshot) {
        List<LogEntry> visible = snapshot.entries().stream()
                .filter(entry -> entry.kind().goesToRoom())
                .map(entry -> entry.withData(Map.of()))
                .toList();
        return new SnapshotView(TicketView.forCustomer(snapshot.ticket()), visible);
    }

    /** Tickets as a list answer has them. */
    public record TicketList(List<TicketView> tickets) {

        public TicketList {
            tickets = List.copyOf(tickets);
        }

        public static TicketList of(List<Ticket> tickets) {
            return new TicketList(tickets.stream().map(TicketView::of).toList());
        }
    }
}

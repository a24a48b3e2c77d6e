package io.deskhand.handoff.ticket;

import io.deskhand.handoff.agent.Agent;
import io.deskhand.service.problem.Problem;
import io.deskhand.service.problem.ProblemCode;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.ticket.Ticket;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The dashboard's three lists. */
@Component
class TicketLists {

    static final String INBOX = "inbox";
    static final String MINE = "mine";
    static final String ALL = "all";

    private static final int RESOLVED_SHOWN = 50;

    /** The most tickets of a list. */
    private static final int LISTED = 2_000;

    private final Tickets tickets;

    TicketLists(Tickets tickets) {
        this.tickets = tickets;
    }

    /**
     * A list by its name.
     *
     * @param view {@code inbox}: the queued ones, in the queue's order. {@code mine}: owned by the agent or offered to them. {@code all}: every open one, and the last resolved or
     *     closed. The latter two: last changed first
     */
    List<Ticket> list(String view, Agent agent) {
        return switch (view) {
            case INBOX -> tickets.inbox(LISTED);
            case MINE ->
                tickets.ownedBy(agent.id()).stream()
                        .sorted(Comparator.comparing(
                                        (Ticket ticket) -> ticket.times().updatedAt())
                                .reversed())
                        .toList();
            case ALL -> all();
            default ->
                throw Problem.of(
                                ProblemCode.INVALID_REQUEST,
                                "list tickets",
                                "view must be inbox, mine or all",
                                Map.of(
                                        "errors",
                                        List.of(Map.of("field", "view", "message", "must be inbox, mine or all"))))
                        .exception();
        };
    }

    private List<Ticket> all() {
        Stream<Ticket> open = tickets.open(LISTED).stream();
        Stream<Ticket> resolved = tickets.latest(LISTED).stream()
                .filter(ticket -> !ticket.status().open())
                .limit(RESOLVED_SHOWN);
        return Stream.concat(open, resolved)
                .sorted(Comparator.comparing((Ticket ticket) -> ticket.times().updatedAt())
                        .reversed())
                .toList();
    }
}

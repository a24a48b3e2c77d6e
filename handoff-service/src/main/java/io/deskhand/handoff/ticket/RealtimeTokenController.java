package io.deskhand.handoff.ticket;

import io.deskhand.handoff.agent.Agent;
import io.deskhand.realtime.RealtimeTokens;
import io.deskhand.service.http.RealtimeToken;
import io.deskhand.service.problem.Problem;
import io.deskhand.service.problem.ProblemCode;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ably tokens for dashboards: the inbox, the rooms that the agent owns, and those that they watch. */
@RestController
class RealtimeTokenController {

    private static final Logger log = LoggerFactory.getLogger(RealtimeTokenController.class);

    /** Each right makes the token longer, and the token is part of every connection's URL. */
    private static final int MOST_WATCHED = 20;

    private final Tickets tickets;
    private final RealtimeTokens tokens;

    RealtimeTokenController(Tickets tickets, RealtimeTokens tokens) {
        this.tickets = tickets;
        this.tokens = tokens;
    }

    /**
     * An Ably token for the inbox, for the rooms of own tickets, and to watch others.
     *
     * @param watch tickets to watch, at most 20; those that do not exist give no right
     */
    @GetMapping("/api/realtime/token")
    RealtimeToken getRealtimeToken(
            @RequestParam(defaultValue = "") List<String> watch, @AuthenticationPrincipal Agent agent) {
        if (watch.size() > MOST_WATCHED) {
            throw Problem.of(
                            ProblemCode.INVALID_REQUEST,
                            "get a token",
                            "more than " + MOST_WATCHED + " tickets to watch at once")
                    .exception();
        }
        List<Ticket> own = tickets.ownedBy(agent.id());
        return RealtimeToken.of(tokens.agent(agent.id(), own, tickets.findAll(existing(watch))));
    }

    /** An id of the wrong form names no ticket. */
    private static List<TicketId> existing(List<String> ids) {
        List<TicketId> known = new ArrayList<>();
        for (String id : ids) {
            try {
                known.add(new TicketId(id));
            } catch (IllegalArgumentException e) {
                log.debug("unable to watch a ticket; {}", e.getMessage());
            }
        }
        return known;
    }
}

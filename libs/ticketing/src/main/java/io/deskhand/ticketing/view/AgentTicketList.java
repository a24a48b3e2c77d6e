package io.deskhand.ticketing.view;

import io.deskhand.ticketing.ticket.Ticket;
import java.util.List;

/** Tickets as a list answer has them. */
public record AgentTicketList(List<AgentTicket> tickets) {

    public AgentTicketList {
        tickets = List.copyOf(tickets);
    }

    public static AgentTicketList of(List<Ticket> tickets) {
        return new AgentTicketList(tickets.stream().map(AgentTicket::of).toList());
    }
}

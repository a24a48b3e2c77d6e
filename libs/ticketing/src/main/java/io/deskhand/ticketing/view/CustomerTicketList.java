package io.deskhand.ticketing.view;

import io.deskhand.ticketing.ticket.Ticket;
import java.util.List;

/** Tickets as a list answer has them. */
public record CustomerTicketList(List<CustomerTicket> tickets) {

    public CustomerTicketList {
        tickets = List.copyOf(tickets);
    }

    public static CustomerTicketList of(List<Ticket> tickets) {
        return new CustomerTicketList(tickets.stream().map(CustomerTicket::of).toList());
    }
}

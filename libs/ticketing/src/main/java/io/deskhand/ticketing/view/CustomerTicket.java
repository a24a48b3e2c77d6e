package io.deskhand.ticketing.view;

import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its customer sees it (docs/api.md). It has no field that is for agents alone: team, tags, priority, alerts, review, reason.
 *
 * @param room name of its Ably Chat room
 * @param epoch the fencing token: rises with every change of owner
 * @param rev rises with each change
 * @param next who owes the next move; when resolved, until when writing reopens the ticket; null once closed
 * @param placeUntil until when the place in the queue is kept for a customer who went back to the bot
 */
public record CustomerTicket(
        String id,
        String customer,
        String bot,
        String botName,
        String room,
        String subject,
        String language,
        Status status,
        OwnerView owner,
        long epoch,
        long rev,
        @Nullable NextMove next,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant queuedAt,
        @Nullable Instant placeUntil,
        @Nullable Instant claimedAt,
        @Nullable Instant resolvedAt,
        String preview) {

    public static CustomerTicket of(Ticket ticket) {
        Ticket.Times times = ticket.times();
        return new CustomerTicket(
                ticket.id().value(),
                ticket.customer().value(),
                ticket.bot().id().value(),
                ticket.bot().name(),
                RoomNames.of(ticket),
                ticket.subject(),
                ticket.language(),
                ticket.status(),
                OwnerView.forCustomer(ticket.owner()),
                ticket.epoch(),
                ticket.rev(),
                ticket.next(),
                times.createdAt(),
                times.updatedAt(),
                times.queuedAt(),
                times.placeUntil(),
                times.claimedAt(),
                times.resolvedAt(),
                ticket.preview());
    }
}

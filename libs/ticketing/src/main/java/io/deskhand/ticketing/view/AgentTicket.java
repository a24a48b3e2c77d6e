package io.deskhand.ticketing.view;

import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.HumanReview;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as agents see it, in the APIs and in inbox events (docs/api.md).
 *
 * @param customerName as signed or given when the ticket was opened; empty for none
 * @param room name of its Ably Chat room
 * @param priority 0 to 9, 9 the most urgent
 * @param epoch the fencing token: rises with every change of owner
 * @param rev rises with each change
 * @param next who owes the next move; when resolved, until when writing reopens the ticket; null once closed
 * @param placeUntil until when the place in the queue is kept for a customer who went back to the bot
 * @param queueRank the order in which queued tickets are to be claimed, lowest first
 * @param reason why it was last escalated, null if never
 * @param front whether it comes before all others in its queue, because the agent who had it gave it back or is gone
 * @param alerts how often somebody was alerted that the next move is overdue
 * @param customerPos log position of the newest customer message, 0 if none
 * @param answeredPos log position of the newest customer message that somebody answered
 * @param preview the last words of the customer
 */
public record AgentTicket(
        String id,
        String customer,
        String customerName,
        String bot,
        String botName,
        String room,
        String subject,
        String language,
        String team,
        int priority,
        List<String> tags,
        Status status,
        OwnerView owner,
        long epoch,
        long rev,
        @Nullable NextMove next,
        @Nullable EscalationReason reason,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant queuedAt,
        @Nullable Instant placeUntil,
        @Nullable Instant claimedAt,
        @Nullable Instant resolvedAt,
        long queueRank,
        boolean front,
        int alerts,
        boolean snoozed,
        @Nullable OwnerView lastAgent,
        long customerPos,
        long answeredPos,
        Review review,
        String preview) {

    public AgentTicket {
        tags = List.copyOf(tags);
    }

    /**
     * What the bot needs colleagues for.
     *
     * @param approval whether a colleague must approve each answer of the bot
     * @param guidanceGiven the number of the newest guidance, 0 for none
     * @param guidanceApplied the number of the newest guidance that an answer took into account
     * @param pending what the bot waits for; null for nothing
     */
    public record Review(
            boolean approval, int guidanceGiven, int guidanceApplied, HumanReview.@Nullable Matter pending) {

        static Review of(HumanReview review) {
            HumanReview.Pending pending = review.pending();
            return new Review(
                    review.approval(),
                    review.guidanceGiven(),
                    review.guidanceApplied(),
                    pending == null ? null : pending.matter());
        }
    }

    public static AgentTicket of(Ticket ticket) {
        Ticket.Times times = ticket.times();
        Owner.Agent lastAgent = ticket.lastAgent();
        return new AgentTicket(
                ticket.id().value(),
                ticket.customer().value(),
                ticket.customerName(),
                ticket.bot().id().value(),
                ticket.bot().name(),
                RoomNames.of(ticket),
                ticket.subject(),
                ticket.language(),
                ticket.team().value(),
                ticket.priority(),
                ticket.tags(),
                ticket.status(),
                OwnerView.of(ticket.owner()),
                ticket.epoch(),
                ticket.rev(),
                ticket.next(),
                ticket.reason(),
                times.createdAt(),
                times.updatedAt(),
                times.queuedAt(),
                times.placeUntil(),
                times.claimedAt(),
                times.resolvedAt(),
                ticket.queueRank(),
                ticket.front(),
                ticket.alerts(),
                ticket.snoozed(),
                lastAgent == null ? null : OwnerView.of(lastAgent),
                ticket.customerPos(),
                ticket.answeredPos(),
                Review.of(ticket.review()),
                ticket.preview());
    }
}

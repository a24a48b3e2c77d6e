package io.deskhand.ticketing.ticket;

import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer's one matter, at one revision.
 *
 * @param customerName as the shop signed it or they gave it when they opened the ticket; empty if nobody said
 * @param bot the bot that serves, or served, it, under the name that customers see
 * @param language BCP 47 tag
 * @param team the team whose inbox takes it when it is escalated
 * @param priority 0 is usual, {@value #MAX_PRIORITY} the most urgent
 * @param epoch the fencing token: rises by one with every change of owner
 * @param servingEpoch the epoch since which the same {@link Side} has served it
 * @param rev rises by one with every commit; 1 for the first
 * @param next who owes the next move; null only once closed
 * @param reason why it was last escalated, null if never
 * @param front whether it is before all others in its queue, because an agent who had it is gone (I23)
 * @param alerts how often somebody was alerted that the next move is overdue, since the owner last changed or moved
 * @param snoozed whether its owner has put it aside until {@code next}
 * @param lastAgent the agent who owned it last, or owns it
 * @param customerPos log position of the newest customer message, 0 if none
 * @param answeredPos log position of the newest customer message that somebody answered
 * @param escalatedPos log position of the newest customer message when it was last escalated
 * @param review what the bot needs colleagues for
 * @param preview the last words of the customer, at most {@value #PREVIEW_LENGTH} characters
 */
@RecordBuilder
public record Ticket(
        TicketId id,
        CustomerId customer,
        String customerName,
        Owner.Bot bot,
        String subject,
        String language,
        TeamId team,
        int priority,
        List<String> tags,
        Owner owner,
        long epoch,
        long servingEpoch,
        long rev,
        @Nullable NextMove next,
        @Nullable EscalationReason reason,
        Times times,
        boolean front,
        int alerts,
        boolean snoozed,
        Owner.@Nullable Agent lastAgent,
        long customerPos,
        long answeredPos,
        long escalatedPos,
        HumanReview review,
        String preview)
        implements TicketBuilder.With {

    public static final int MAX_PRIORITY = 9;

    private static final int PREVIEW_LENGTH = 160;

    /** Weights of the queue's order, in milliseconds: a step of priority, and a place at the front, outweigh any wait. */
    private static final long A_PRIORITY = 10_000_000_000_000L;

    private static final long THE_FRONT = 100 * A_PRIORITY;

    public Ticket {
        if ((owner.status() == Status.CLOSED) != (next == null)) {
            throw new IllegalArgumentException("a ticket owes a next move until it is closed");
        }
        tags = List.copyOf(tags);
    }

    public Status status() {
        return owner.status();
    }

    /** Whether a customer message stands unanswered. */
    public boolean customerWaits() {
        return customerPos > answeredPos;
    }

    /** Whether the bot has to answer now. */
    public boolean botOwes() {
        return status() == Status.BOT && customerWaits() && review.pending() == null;
    }

    /** The order in which queued tickets are to be claimed. */
    public static final Comparator<Ticket> QUEUE_ORDER = Comparator.comparingLong(Ticket::queueRank)
            .thenComparing(ticket -> ticket.id().value());

    /** The ticket's place in its queue, lowest first: the front, then by priority, then by how long it has waited. */
    public long queueRank() {
        Instant since = times.queuedAt() == null ? times.updatedAt() : times.queuedAt();
        return since.toEpochMilli() - priority * A_PRIORITY - (front ? THE_FRONT : 0);
    }

    /**
     * When the ticket reached its stations; null for a station it has not reached since it was last opened.
     *
     * @param queuedAt since when the customer waits for a person, kept when an agent gives the ticket back
     * @param placeUntil until when {@code queuedAt} is kept for a customer who went back to the bot
     */
    @RecordBuilder
    public record Times(
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant queuedAt,
            @Nullable Instant placeUntil,
            @Nullable Instant claimedAt,
            @Nullable Instant resolvedAt)
            implements TicketTimesBuilder.With {

        public static Times created(Instant now) {
            return new Times(now, now, null, null, null, null);
        }

        /** A wait begins, or goes on after an agent gave the ticket back or the customer returned in time. */
        public Times queued(Instant now) {
            boolean goesOn = queuedAt != null && (placeUntil == null || now.isBefore(placeUntil));
            return new Times(createdAt, now, goesOn ? queuedAt : now, null, null, null);
        }

        public Times claimed(Instant now) {
            return new Times(createdAt, now, queuedAt, null, now, null);
        }

        public Times backToBot(Instant now, @Nullable Instant placeKeptUntil) {
            return new Times(createdAt, now, placeKeptUntil == null ? null : queuedAt, placeKeptUntil, null, null);
        }

        public Times resolved(Instant now) {
            return new Times(createdAt, now, queuedAt, null, claimedAt, now);
        }

        public Times reopened(Instant now) {
            return new Times(createdAt, now, null, null, null, null);
        }
    }

    // The steps that a transition is made of. Each yields a valid ticket; only the rules call them (I18).

    public Ticket ownedBy(Owner newOwner, @Nullable NextMove newNext, Times newTimes) {
        boolean sameSide = Side.of(newOwner.status()).equals(Side.of(status()));
        return with().owner(newOwner)
                .next(newNext)
                .times(newTimes)
                .epoch(epoch + 1)
                .servingEpoch(sameSide ? servingEpoch : epoch + 1)
                .front(false)
                .alerts(0)
                .snoozed(false)
                .lastAgent(newOwner instanceof Owner.Agent agent ? agent : lastAgent)
                .review(review.dismissed())
                .build();
    }

    public Ticket awaiting(NextMove newNext, Instant now) {
        return with().next(newNext)
                .times(times.withUpdatedAt(now))
                .alerts(0)
                .snoozed(false)
                .build();
    }

    public Ticket answered(long upTo) {
        return withAnsweredPos(Math.max(answeredPos, upTo));
    }

    public Ticket heard(String words) {
        String newPreview = words.length() <= PREVIEW_LENGTH ? words : words.substring(0, PREVIEW_LENGTH - 1) + "…";
        return with().subject(subject.isEmpty() ? newPreview : subject)
                .preview(newPreview)
                .build();
    }

    /** The ticket as the store holds it: the revision and the newest customer position are given by the commit. */
    public Ticket stored(long newRev, long newCustomerPos) {
        return with().rev(newRev).customerPos(newCustomerPos).build();
    }
}

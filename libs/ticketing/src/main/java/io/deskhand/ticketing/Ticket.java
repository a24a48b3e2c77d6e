package io.deskhand.ticketing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One customer's one matter, at one revision.
 *
 * @param bot the bot that serves, or served, it, under the name that customers see
 * @param language BCP 47 tag
 * @param team the team whose inbox takes it when it is escalated
 * @param priority higher is more urgent; 0 is usual
 * @param epoch the fencing token: rises by one with every change of owner
 * @param stint the epoch at which the {@link Side} that serves it now began to
 * @param rev rises by one with every commit; 1 for the first
 * @param next who owes the next move; null once resolved
 * @param reason why it was last escalated, null if never
 * @param customerPos log position of the newest customer message, 0 if none
 * @param answeredPos log position of the newest customer message that somebody answered
 * @param preview the last words of the customer, at most {@value #PREVIEW_LENGTH} characters
 */
public record Ticket(
        TicketId id,
        CustomerId customer,
        Owner.Bot bot,
        String subject,
        String language,
        TeamId team,
        int priority,
        Owner owner,
        long epoch,
        long stint,
        long rev,
        @Nullable NextMove next,
        @Nullable EscalationReason reason,
        Times times,
        long customerPos,
        long answeredPos,
        String preview) {

    static final int PREVIEW_LENGTH = 160;

    public Ticket {
        if (owner.status().open() != (next != null)) {
            throw new IllegalArgumentException("an open ticket owes a next move, a resolved one owes none");
        }
    }

    public Status status() {
        return owner.status();
    }

    /** The name of the ticket's room, one to one. */
    public String room() {
        return "ticket:" + customer + ":" + id;
    }

    /** Whether a customer message stands unanswered. */
    public boolean customerWaits() {
        return customerPos > answeredPos;
    }

    /** When the ticket reached its stations; null for a station it has not reached since it was last opened. */
    public record Times(
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant queuedAt,
            @Nullable Instant claimedAt,
            @Nullable Instant resolvedAt) {

        static Times created(Instant now) {
            return new Times(now, now, null, null, null);
        }

        Times queued(Instant now) {
            return new Times(createdAt, now, now, null, null);
        }

        Times claimed(Instant now) {
            return new Times(createdAt, now, queuedAt, now, null);
        }

        Times resolved(Instant now) {
            return new Times(createdAt, now, queuedAt, claimedAt, now);
        }

        Times reopened(Instant now) {
            return new Times(createdAt, now, null, null, null);
        }

        Times updated(Instant now) {
            return new Times(createdAt, now, queuedAt, claimedAt, resolvedAt);
        }
    }

    // The steps that a transition is made of. Each yields a valid ticket; only TicketRules calls them (I18).

    Ticket ownedBy(Owner newOwner, @Nullable NextMove newNext, Times newTimes) {
        boolean sameSide = Side.of(newOwner.status()).equals(Side.of(status()));
        return new Ticket(
                id,
                customer,
                bot,
                subject,
                language,
                team,
                priority,
                newOwner,
                epoch + 1,
                sameSide ? stint : epoch + 1,
                rev,
                newNext,
                reason,
                newTimes,
                customerPos,
                answeredPos,
                preview);
    }

    Ticket because(EscalationReason newReason) {
        return new Ticket(
                id,
                customer,
                bot,
                subject,
                language,
                team,
                priority,
                owner,
                epoch,
                stint,
                rev,
                next,
                newReason,
                times,
                customerPos,
                answeredPos,
                preview);
    }

    Ticket awaiting(@Nullable NextMove newNext, Instant now) {
        return new Ticket(
                id,
                customer,
                bot,
                subject,
                language,
                team,
                priority,
                owner,
                epoch,
                stint,
                rev,
                newNext,
                reason,
                times.updated(now),
                customerPos,
                answeredPos,
                preview);
    }

    Ticket answered(long upTo) {
        return new Ticket(
                id,
                customer,
                bot,
                subject,
                language,
                team,
                priority,
                owner,
                epoch,
                stint,
                rev,
                next,
                reason,
                times,
                customerPos,
                Math.max(answeredPos, upTo),
                preview);
    }

    Ticket heard(String words) {
        String newPreview = words.length() <= PREVIEW_LENGTH ? words : words.substring(0, PREVIEW_LENGTH - 1) + "…";
        return new Ticket(
                id,
                customer,
                bot,
                subject.isEmpty() ? newPreview : subject,
                language,
                team,
                priority,
                owner,
                epoch,
                stint,
                rev,
                next,
                reason,
                times,
                customerPos,
                answeredPos,
                newPreview);
    }

    /** The ticket as the store holds it: the revision and the newest customer position are given by the commit. */
    public Ticket stored(long newRev, long newCustomerPos) {
        return new Ticket(
                id,
                customer,
                bot,
                subject,
                language,
                team,
                priority,
                owner,
                epoch,
                stint,
                newRev,
                next,
                reason,
                times,
                newCustomerPos,
                answeredPos,
                preview);
    }
}

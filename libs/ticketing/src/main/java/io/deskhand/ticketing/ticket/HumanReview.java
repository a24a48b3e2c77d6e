package io.deskhand.ticketing.ticket;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * State of the human review while the bot owns the ticket: required approval, guidance, and the pending matter (G18 to G21 in docs/handoff.md).
 *
 * <p>Colleagues guide the bot by numbered entries in the log: whispers, answers and rejections. While a matter is pending the bot says nothing, and the next move is an
 * agent's.
 *
 * @param approval whether an agent wants to approve each answer of the bot before the customer sees it
 * @param guidanceGiven the number of the newest guidance, 0 for none
 * @param guidanceApplied the number of the newest guidance that an answer took into account, or that no longer matters
 * @param rejected how many answers to the customer's newest message were not approved
 * @param askedAbout log position of the customer message about which the bot last asked colleagues, 0 for none
 * @param announced which matter the customer was told about since the bot's last answer; null for none
 * @param pending what the bot waits for; null for nothing
 */
@RecordBuilder
public record HumanReview(
        boolean approval,
        int guidanceGiven,
        int guidanceApplied,
        int rejected,
        long askedAbout,
        @Nullable Matter announced,
        @Nullable Pending pending)
        implements HumanReviewBuilder.With {

    public static final HumanReview NONE = new HumanReview(false, 0, 0, 0, 0, null, null);

    /** What colleagues may be needed for. */
    public enum Matter {
        /** To approve an answer, or not. */
        PROPOSAL,
        /** To answer a question of the bot. */
        QUESTION
    }

    /**
     * One matter that waits for a colleague. At most one at a time, and none once the customer has written again or the ticket has another owner.
     *
     * @param turn the bot's turn that ended with it, which names it
     */
    public record Pending(Matter matter, TurnKey turn) {}

    /** Whether nothing that the bot writes may reach the customer as it is. */
    public boolean holds() {
        return approval || pending != null;
    }

    /** Whether this very matter waits. */
    public boolean awaits(Matter matter, TurnKey turn) {
        return new Pending(matter, turn).equals(pending);
    }

    /** How much guidance the next answer has to take into account. */
    public int guidanceWaiting() {
        return guidanceGiven - guidanceApplied;
    }

    // Steps of transitions, as in Ticket.

    public HumanReview awaiting(Matter matter, TurnKey turn) {
        return with().pending(new Pending(matter, turn)).announced(matter).build();
    }

    /** A colleague, or the clock, has told the bot something. */
    public HumanReview guided() {
        return withGuidanceGiven(guidanceGiven + 1);
    }

    public HumanReview settled() {
        return withPending(null);
    }

    /** An answer has reached the customer, which took the guidance up to this number into account. */
    public HumanReview answered(int upTo) {
        return with().guidanceApplied(Math.max(guidanceApplied, upTo))
                .rejected(0)
                .announced(null)
                .pending(null)
                .build();
    }

    /** The customer has written: the bot looks again at what it asked colleagues. */
    public HumanReview movedOn() {
        return with().rejected(0).pending(null).build();
    }

    /** Another owner: pending matter and guidance no longer apply; required approval stays. */
    public HumanReview dismissed() {
        return with().guidanceApplied(guidanceGiven)
                .rejected(0)
                .announced(null)
                .pending(null)
                .build();
    }
}

package io.deskhand.ticketing.ticket;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What the bot and colleagues have to do with each other on a ticket. Colleagues guide the bot by numbered words in the log (whispers, answers, rejections); while something
 * is pending the bot waits for a colleague, says nothing, and the next move is an agent's (G18 to G21 in docs/handoff.md).
 *
 * @param approval whether an agent wants to approve each answer of the bot before the customer sees it
 * @param given the number of the newest word of guidance, 0 for none
 * @param heeded the number of the newest word that an answer has heeded, or that is moot
 * @param rejected how many answers to the customer's newest message were not approved
 * @param askedAbout log position of the customer message about which the bot last asked colleagues, 0 for none
 * @param told what the customer was told that the bot waits for, since its last answer; null for nothing
 * @param pending what the bot waits for; null for nothing
 */
@RecordBuilder
public record Counsel(
        boolean approval,
        int given,
        int heeded,
        int rejected,
        long askedAbout,
        @Nullable Matter told,
        @Nullable Pending pending)
        implements CounselBuilder.With {

    public static final Counsel NONE = new Counsel(false, 0, 0, 0, 0, null, null);

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

    // Steps of transitions, as in Ticket.

    public Counsel awaiting(Matter matter, TurnKey turn) {
        return with().pending(new Pending(matter, turn)).told(matter).build();
    }

    /** A colleague, or the clock, has told the bot something. */
    public Counsel guided() {
        return withGiven(given + 1);
    }

    public Counsel settled() {
        return withPending(null);
    }

    /** An answer has reached the customer, which heeded what was given by then. */
    public Counsel answered(int upTo) {
        return with().heeded(Math.max(heeded, upTo))
                .rejected(0)
                .told(null)
                .pending(null)
                .build();
    }

    /** The customer has written: what was asked of colleagues is looked at anew. */
    public Counsel movedOn() {
        return with().rejected(0).pending(null).build();
    }

    /** Another owner: nothing that was between bot and colleagues matters any more, except that an agent wants to approve. */
    public Counsel moot() {
        return with().heeded(given).rejected(0).told(null).pending(null).build();
    }
}

package io.deskhand.ticketing.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.TeamId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an entry says in addition to its text: one record for each kind of event. In JSON the property {@code type} names the record. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = EntryData.Greeting.class, name = "GREETING"),
    @Type(value = BotDecision.class, name = "DECISION"),
    @Type(value = EntryData.Proposal.class, name = "PROPOSAL"),
    @Type(value = EntryData.Question.class, name = "QUESTION"),
    @Type(value = EntryData.Guidance.class, name = "GUIDANCE"),
    @Type(value = EntryData.ApprovalRequired.class, name = "APPROVAL_REQUIRED"),
    @Type(value = EntryData.ApprovalWaived.class, name = "APPROVAL_WAIVED"),
    @Type(value = HandoffPacket.class, name = "PACKET"),
    @Type(value = EntryData.Claimed.class, name = "CLAIMED"),
    @Type(value = EntryData.Offered.class, name = "OFFERED"),
    @Type(value = EntryData.NotAccepted.class, name = "NOT_ACCEPTED"),
    @Type(value = EntryData.Declined.class, name = "DECLINED"),
    @Type(value = EntryData.Released.class, name = "RELEASED"),
    @Type(value = EntryData.AgentGone.class, name = "AGENT_GONE"),
    @Type(value = EntryData.Transferred.class, name = "TRANSFERRED"),
    @Type(value = EntryData.HandedBack.class, name = "HANDED_BACK"),
    @Type(value = EntryData.Returned.class, name = "RETURNED"),
    @Type(value = EntryData.Resolved.class, name = "RESOLVED"),
    @Type(value = EntryData.Reopened.class, name = "REOPENED"),
    @Type(value = EntryData.Closed.class, name = "CLOSED"),
    @Type(value = EntryData.Triaged.class, name = "TRIAGED"),
    @Type(value = EntryData.Renamed.class, name = "RENAMED"),
    @Type(value = EntryData.Snoozed.class, name = "SNOOZED"),
    @Type(value = EntryData.Woken.class, name = "WOKEN"),
    @Type(value = EntryData.Alert.class, name = "ALERT"),
})
public sealed interface EntryData permits BotDecision, HandoffPacket, EntryData.Event {

    /** Data that one small record holds. */
    sealed interface Event extends EntryData {}

    /** The bot's first words. */
    record Greeting(String promptVersion) implements Event {}

    /** A matter that waits for a colleague, named by the bot's turn that ended with it. */
    sealed interface PendingMatter extends Event {

        /** Log position of the newest customer message that the turn answers. */
        long turn();

        /** Number of the newest guidance that the turn knew. */
        int guidance();
    }

    /**
     * An answer that a colleague must approve first.
     *
     * @param turn log position of the newest customer message that the turn answers
     * @param guidance number of the newest guidance that the turn knew
     */
    record Proposal(long turn, int guidance, BotDecision decision) implements PendingMatter {}

    /**
     * What the bot asks its colleagues.
     *
     * @param turn log position of the newest customer message that the turn answers
     * @param guidance number of the newest guidance that the turn knew
     */
    record Question(long turn, int guidance, BotDecision decision) implements PendingMatter {}

    /**
     * What a colleague, or the clock, tells the bot.
     *
     * @param number counts the guidance of a ticket, from 1
     */
    record Guidance(Source source, int number) implements Event {

        public enum Source {
            WHISPER,
            /** The answer to the bot's question. */
            ANSWER,
            /** Why an answer was not approved. */
            REJECTION,
            /** Nobody answered the bot's question in time. */
            UNANSWERED
        }
    }

    /** From now on an agent must approve each answer of the bot in this ticket. */
    record ApprovalRequired() implements Event {}

    /** The bot's answers need no approval any more, except on topics under {@code approve:}. */
    record ApprovalWaived() implements Event {}

    /**
     * An agent is the owner now: the claim marker.
     *
     * @param agent the new owner
     * @param reason why a supervisor took the ticket over; null for a claim
     */
    record Claimed(AgentId agent, @Nullable String reason) implements Event {}

    /**
     * A queued or transferred ticket is offered to an agent.
     *
     * @param agent who is asked to take it
     */
    record Offered(AgentId agent) implements Event {}

    /**
     * An offer ended without an answer: its time is over, or the agent gave it back or is gone.
     *
     * @param agent who was asked
     */
    record NotAccepted(AgentId agent) implements Event {}

    /**
     * The agent declined an offer.
     *
     * @param agent who was asked
     */
    record Declined(AgentId agent) implements Event {}

    /**
     * An agent gave the ticket back to the front of the queue.
     *
     * @param agent who owned it
     */
    record Released(AgentId agent) implements Event {}

    /**
     * The owner's lease ended, so the ticket went back to the front of the queue (I19).
     *
     * @param agent who owned it
     */
    record AgentGone(AgentId agent) implements Event {}

    /**
     * The ticket was given to another agent, as an offer, or to a team's queue.
     *
     * @param agent who transferred it: the owner or a supervisor
     */
    record Transferred(AgentId agent) implements Event {}

    /**
     * An agent gave the ticket back to the bot (I24).
     *
     * @param agent who owned it
     * @param note what the bot should know; may be empty
     * @param summary of what was said while people had the ticket
     */
    record HandedBack(AgentId agent, String note, String summary) implements Event {}

    /** The waiting customer went back to the bot. */
    record Returned() implements Event {}

    /**
     * The matter is settled.
     *
     * @param by who, or what, settled it
     */
    record Resolved(By by) implements Event {

        public enum By {
            CUSTOMER,
            AGENT,
            /** A deadline: the customer did not write for a long time, and nobody owed them anything. */
            QUIET
        }
    }

    /**
     * A resolved ticket is open again.
     *
     * @param agent who owns it now; null for the bot
     */
    record Reopened(@Nullable AgentId agent) implements Event {}

    /** The ticket is over: writing reopens it no more. */
    record Closed() implements Event {}

    /**
     * Team, priority and tags, as they are now.
     *
     * @param agent who set them
     */
    record Triaged(AgentId agent, TeamId team, int priority, List<String> tags) implements Event {
        public Triaged {
            tags = List.copyOf(tags);
        }
    }

    /**
     * An agent gave the ticket another subject.
     *
     * @param agent who renamed it
     * @param before the subject until then; may be empty
     */
    record Renamed(AgentId agent, String before, String after) implements Event {}

    /** The owner put the ticket aside until then, or until the customer writes. */
    record Snoozed(Instant until) implements Event {}

    /** The snooze is over: the owner owes the next move. */
    record Woken() implements Event {}

    /**
     * The next move is overdue.
     *
     * @param number counts the alerts since the owner last changed or moved, from 1
     */
    record Alert(int number) implements Event {}
}

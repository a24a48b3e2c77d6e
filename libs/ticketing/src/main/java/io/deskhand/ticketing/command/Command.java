package io.deskhand.ticketing.command;

import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.log.LogEntry.Citation;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of a ticket that somebody asks for. A command with the same id on the same ticket happens once (I10). */
public sealed interface Command {

    /** Unique within the ticket; a repeat has the first one's outcome. */
    String commandId();

    /**
     * A customer opens a ticket; the bot owns it.
     *
     * @param customerName may be empty
     * @param greeting the bot's first words, may be empty
     * @param greetedBy the version of the bot that greets; null when it is not known
     */
    record Open(
            String commandId,
            TicketId ticket,
            CustomerId customer,
            String customerName,
            Owner.Bot bot,
            String subject,
            String language,
            TeamId team,
            String greeting,
            EntryData.@Nullable Greeting greetedBy)
            implements Command {

        /** A ticket of a customer without a name, with a greeting by an unknown version of the bot. */
        public Open(
                String commandId,
                TicketId ticket,
                CustomerId customer,
                Owner.Bot bot,
                String subject,
                String language,
                TeamId team,
                String greeting) {
            this(commandId, ticket, customer, "", bot, subject, language, team, greeting, null);
        }
    }

    /**
     * The room has a message of the customer.
     *
     * @param serial its serial in the room, which makes the command unique
     */
    record CustomerSays(String serial, String text) implements Command {
        @Override
        public String commandId() {
            return "room:" + serial;
        }
    }

    /**
     * The bot ends a turn with its text.
     *
     * @param review whether a colleague must approve the text before the customer sees it: then it is a proposal
     * @param decision how it came about, for agents and audit
     */
    record BotSays(TurnKey turn, String text, List<Citation> citations, boolean review, BotDecision decision)
            implements Command {
        @Override
        public String commandId() {
            return turn.commandId();
        }
    }

    /**
     * The bot ends a turn with a question to colleagues, and keeps the ticket.
     *
     * @param text what it says to the customer before the notice that it asks, may be empty
     * @param decision as of {@link BotSays}
     */
    record AskColleague(TurnKey turn, String question, String text, BotDecision decision) implements Command {
        @Override
        public String commandId() {
            return "ask:" + turn.commandId();
        }
    }

    /**
     * A colleague answers what the bot asks.
     *
     * @param question the turn that ended with the question; the command is refused unless that question is pending
     */
    record AnswerBot(String commandId, Owner.Agent by, TurnKey question, String text) implements Command {}

    /** A colleague tells the bot, and the bot alone, what its next answer should take into account. */
    record Whisper(String commandId, Owner.Agent by, String text) implements Command {}

    /** Turns required approval of the bot's answers in this ticket on or off. */
    record RequireApproval(String commandId, Owner.Agent by, boolean required) implements Command {}

    /**
     * A colleague approves what the bot has proposed, as it is or edited.
     *
     * @param proposal the turn that it ends
     * @param text what the customer gets
     * @param decision as of {@link BotSays}
     */
    record Approve(
            String commandId,
            Owner.Agent by,
            TurnKey proposal,
            String text,
            boolean edited,
            List<Citation> citations,
            BotDecision decision)
            implements Command {}

    /** A colleague does not approve what the bot has proposed, and tells it why. */
    record Reject(String commandId, Owner.Agent by, TurnKey proposal, String note) implements Command {}

    /**
     * The ticket goes to a queue.
     *
     * @param turn the bot's turn that this ends, null when the customer or a timer escalates
     * @param text the bot's own words before the transfer notice, may be empty
     * @param packet what an agent reads first
     * @param notice what the customer is told, in their language; empty for the usual words
     * @param team whose queue takes it; null, or a team that none of its agents has ever signed in for, means the ticket's own (I11)
     * @param priority what the ticket's priority becomes if it is lower, 0 to {@link Ticket#MAX_PRIORITY}; more counts as that
     */
    record Escalate(
            String commandId,
            EscalationReason reason,
            @Nullable TurnKey turn,
            String text,
            HandoffPacket packet,
            String notice,
            @Nullable TeamId team,
            int priority)
            implements Command {

        /** To the ticket's own team, with the priority it has. */
        public Escalate(
                String commandId,
                EscalationReason reason,
                @Nullable TurnKey turn,
                String text,
                HandoffPacket packet,
                String notice) {
            this(commandId, reason, turn, text, packet, notice, null, 0);
        }
    }

    /**
     * A better handoff packet than the one of the escalation: a further PACKET entry, for agents alone; it changes nothing else. Happens once for each serving epoch.
     *
     * @param servingEpoch the ticket's {@link Ticket#servingEpoch()} since the escalation: a packet of another serving epoch is refused
     * @param packet the whole packet
     */
    record RefinePacket(long servingEpoch, HandoffPacket packet) implements Command {
        @Override
        public String commandId() {
            return "packet:" + servingEpoch;
        }
    }

    /**
     * An agent becomes the owner.
     *
     * @param capacity the most tickets that the agent may own at once
     */
    record Claim(String commandId, Owner.Agent agent, int capacity) implements Command {}

    /** An agent writes to the customer; on a ticket that no agent owns this is a claim first (I3). */
    record AgentSays(String commandId, Owner.Agent agent, int capacity, String text) implements Command {}

    /**
     * A queued ticket is offered to an agent, who takes one of their slots for it.
     *
     * @param agent who must be there (I23)
     * @param capacity the most tickets that the agent may own at once
     */
    record Offer(String commandId, Owner.Agent agent, int capacity) implements Command {}

    /** The agent takes what is offered to them. */
    record Accept(String commandId, AgentId agent) implements Command {}

    /** The agent does not take what is offered to them. */
    record Decline(String commandId, AgentId agent) implements Command {}

    /** An agent gives the ticket, owned or offered, back to the front of the queue. */
    record Release(String commandId, AgentId agent, Cause cause) implements Command {
        public enum Cause {
            /** They asked for it. */
            ASKED,
            /** Their lease has expired: refused if it has been renewed (I19). */
            GONE
        }
    }

    /**
     * The owner, or a supervisor, gives the ticket to another agent or team.
     *
     * @param supervisor whether {@code by} may transfer what others own
     * @param note for colleagues alone; may be empty
     */
    record Transfer(String commandId, Owner.Agent by, boolean supervisor, Target to, String note) implements Command {

        public sealed interface Target {}

        /** It is offered to them; they must be there (I23). */
        public record ToAgent(Owner.Agent agent, int capacity) implements Target {}

        public record ToTeam(TeamId team) implements Target {}
    }

    /** A supervisor becomes the owner of what another agent owns or is offered. */
    record TakeOver(String commandId, Owner.Agent supervisor, int capacity, String reason) implements Command {}

    /**
     * The owner gives the ticket back to the bot.
     *
     * @param note what the bot should know, for colleagues and the bot alone; may be empty
     * @param summary of what was said while people had the ticket, which the bot is told (I24)
     * @param continueNow whether the bot answers the customer's last message at once, though it may have been answered
     */
    record HandBack(String commandId, AgentId agent, String note, String summary, boolean continueNow)
            implements Command {}

    /** The waiting customer goes back to the bot; their place in the queue is kept for a while. */
    record ReturnToBot(String commandId) implements Command {}

    /** The owner puts the ticket aside until then, or until the customer writes. */
    record Snooze(String commandId, AgentId agent, Instant until) implements Command {}

    /**
     * An agent gives the ticket a subject that says what it is about.
     *
     * @param subject one line; the customer sees it in the list of their tickets
     */
    record Rename(String commandId, Owner.Agent by, String subject) implements Command {}

    /**
     * A colleague triages the ticket.
     *
     * @param team the team whose queue takes it; a queued ticket moves there
     */
    record Triage(String commandId, Owner.Agent by, TeamId team, int priority, List<String> tags) implements Command {}

    /** A colleague's words for colleagues alone. */
    record Note(String commandId, Owner.Agent by, String text) implements Command {}

    /**
     * The matter is settled.
     *
     * @param agent the owner; null when the customer says so
     * @param force also when a customer message stands unanswered
     */
    record Resolve(String commandId, Owner.@Nullable Agent agent, boolean force) implements Command {}

    /** An agent opens a resolved ticket again and owns it. */
    record Reopen(String commandId, Owner.Agent agent, int capacity) implements Command {}

    /**
     * The deadline of the next move has passed: what happens then is a rule (I20).
     *
     * @param dueAt the deadline, which makes the command unique
     */
    record Expire(Instant dueAt) implements Command {
        @Override
        public String commandId() {
            return "due:" + dueAt.toEpochMilli();
        }
    }
}

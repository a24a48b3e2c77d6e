package io.deskhand.ticketing;

import io.deskhand.ticketing.Command.AgentSays;
import io.deskhand.ticketing.Command.BotSays;
import io.deskhand.ticketing.Command.Claim;
import io.deskhand.ticketing.Command.CustomerSays;
import io.deskhand.ticketing.Command.Escalate;
import io.deskhand.ticketing.Command.Open;
import io.deskhand.ticketing.Command.Resolve;
import io.deskhand.ticketing.Command.TurnKey;
import io.deskhand.ticketing.Decision.Accepted;
import io.deskhand.ticketing.Decision.Commit;
import io.deskhand.ticketing.Decision.Refused;
import io.deskhand.ticketing.Decision.Sealing;
import io.deskhand.ticketing.Decision.Unchanged;
import io.deskhand.ticketing.LogEntry.Author;
import io.deskhand.ticketing.LogEntry.Kind;
import io.deskhand.ticketing.NextMove.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides what may happen to a ticket: nothing else changes status, owner or epoch (I18).
 *
 * <p>Pure: the outcome depends on the arguments alone. That the ticket is still at the revision decided on, that an agent has a free slot and that a customer has no
 * other open ticket with the bot is checked by the store, in the commit itself.
 */
public final class TicketRules {

    /** The longest message of a customer or an agent, in UTF-16 characters. */
    public static final int MAX_TEXT = 4_000;

    /** The longest answer of a bot: Ably takes 64 KiB a message, this leaves room for citations and headers. */
    public static final int MAX_BOT_TEXT = 12_000;

    private final Deadlines deadlines;

    public TicketRules(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /**
     * Decides on a command.
     *
     * @param ticket the ticket as it stands; null only for {@link Open}
     */
    public Decision decide(@Nullable Ticket ticket, Command command, Instant now) {
        if (command instanceof Open open) {
            return ticket == null ? open(open, now) : new Unchanged();
        }
        if (ticket == null) {
            return new Refused(new Refusal.UnknownTicket());
        }
        return switch (command) {
            case Open open -> new Unchanged();
            case CustomerSays says -> customerSays(ticket, says, now);
            case BotSays says -> botSays(ticket, says, now);
            case Escalate escalate -> escalate(ticket, escalate, now);
            case Claim claim -> claim(ticket, claim, now);
            case AgentSays says -> agentSays(ticket, says, now);
            case Resolve resolve -> resolve(ticket, resolve, now);
        };
    }

    /**
     * Whether a bot may still write under this key: the fence, the same for drafts and for final texts (I1, I2).
     *
     * @return the refusal, or null when it may
     */
    static @Nullable Refusal fence(Ticket ticket, TurnKey key) {
        boolean open = ticket.status() == Status.BOT && ticket.epoch() == key.epoch();
        return open ? null : new Refusal.Fenced(key.epoch(), ticket.epoch(), ticket.status());
    }

    private Decision open(Open open, Instant now) {
        Ticket ticket = new Ticket(
                open.ticket(),
                open.customer(),
                open.bot(),
                open.subject(),
                open.language(),
                open.team(),
                0,
                open.bot(),
                1,
                1,
                0,
                deadlines.next(Who.CUSTOMER, now),
                null,
                Ticket.Times.created(now),
                0,
                0,
                open.subject());
        List<NewEntry> greeting = open.greeting().isBlank()
                ? List.of()
                : List.of(NewEntry.message(Author.of(open.bot()), open.greeting()));
        return accept(ticket, null, greeting);
    }

    private Decision customerSays(Ticket ticket, CustomerSays says, Instant now) {
        Refusal refusal = checkText(says.text(), MAX_TEXT);
        if (refusal != null) {
            return new Refused(refusal);
        }
        NewEntry words = new NewEntry(
                Kind.MESSAGE, Author.of(ticket.customer()), says.text(), List.of(), Map.of(), says.serial());
        Ticket heard = ticket.heard(says.text());
        return switch (ticket.owner()) {
            case Owner.Bot bot -> accept(heard.awaiting(deadlines.next(Who.BOT, now), now), null, List.of(words));
            case Owner.Queue queue -> accept(heard.awaiting(ticket.next(), now), null, List.of(words));
            case Owner.Agent agent -> accept(heard.awaiting(agentOwes(ticket, now), now), null, List.of(words));
            case Owner.Nobody nobody -> {
                Ticket reopened = heard.ownedBy(
                        ticket.bot(),
                        deadlines.next(Who.BOT, now),
                        ticket.times().reopened(now));
                NewEntry boundary = NewEntry.marker(
                        Notices.in(ticket.language()).reopened(ticket.bot().name()), Map.of("event", "REOPENED"));
                yield accept(reopened, null, List.of(boundary, words));
            }
        };
    }

    /** A customer who writes again does not move the agent's deadline further away. */
    private NextMove agentOwes(Ticket ticket, Instant now) {
        NextMove next = ticket.next();
        return next != null && next.who() == Who.AGENT ? next : deadlines.next(Who.AGENT, now);
    }

    private Decision botSays(Ticket ticket, BotSays says, Instant now) {
        Refusal refusal = fence(ticket, says.turn());
        if (refusal == null && says.turn().turn() <= ticket.answeredPos()) {
            refusal = new Refusal.TurnOver();
        }
        if (refusal == null) {
            refusal = checkText(says.text(), MAX_BOT_TEXT);
        }
        if (refusal != null) {
            return new Refused(refusal);
        }
        Ticket answered = ticket.answered(says.turn().turn());
        Who who = answered.customerWaits() ? Who.BOT : Who.CUSTOMER;
        NewEntry words = new NewEntry(
                Kind.MESSAGE, Author.of(ticket.bot()), says.text(), says.citations(), says.decision(), null);
        return accept(
                answered.awaiting(deadlines.next(who, now), now),
                new Sealing.Finish(says.turn().turn(), words),
                List.of());
    }

    private Decision escalate(Ticket ticket, Escalate escalate, Instant now) {
        TurnKey turn = escalate.turn();
        Refusal refusal = turn == null ? null : fence(ticket, turn);
        if (refusal != null) {
            return new Refused(refusal);
        }
        return switch (ticket.owner()) {
            case Owner.Queue queue -> new Unchanged();
            case Owner.Agent agent -> new Unchanged();
            case Owner.Nobody nobody -> new Refused(new Refusal.NotOpen());
            case Owner.Bot bot -> {
                Ticket queued = ticket.because(escalate.reason())
                        .ownedBy(
                                new Owner.Queue(ticket.team()),
                                deadlines.next(Who.QUEUE, now),
                                ticket.times().queued(now));
                // The customer's notice, the packet and the place in the inbox are this one commit (I8).
                String notice = escalate.notice().isBlank()
                        ? Notices.in(ticket.language()).escalated()
                        : escalate.notice();
                List<NewEntry> entries = List.of(NewEntry.notice(notice), NewEntry.packet(escalate.packet()));
                yield accept(queued, lastWords(ticket, turn, escalate.text()), entries);
            }
        };
    }

    /** Escalation ends the turn (I6): with the bot's last words if it has some, else by cutting what was drafted. */
    private static Sealing lastWords(Ticket ticket, @Nullable TurnKey turn, String text) {
        if (turn == null || text.isBlank()) {
            return new Sealing.Cut();
        }
        return new Sealing.Finish(turn.turn(), NewEntry.message(Author.of(ticket.bot()), text));
    }

    private Decision claim(Ticket ticket, Claim claim, Instant now) {
        if (ticket.owner() instanceof Owner.Agent owner) {
            return owner.id().equals(claim.agent().id())
                    ? new Unchanged()
                    : new Refused(new Refusal.AlreadyClaimed(owner));
        }
        if (ticket.owner() instanceof Owner.Nobody) {
            return new Refused(new Refusal.NotOpen());
        }
        return new Accepted(new Commit(
                claimed(ticket, claim.agent(), now),
                new Sealing.Cut(),
                List.of(joined(ticket, claim.agent())),
                claim.capacity()));
    }

    private Ticket claimed(Ticket ticket, Owner.Agent agent, Instant now) {
        Who who = ticket.customerWaits() || ticket.status() == Status.QUEUED ? Who.AGENT : Who.CUSTOMER;
        return ticket.ownedBy(agent, deadlines.next(who, now), ticket.times().claimed(now));
    }

    private static NewEntry joined(Ticket ticket, Owner.Agent agent) {
        return NewEntry.marker(
                Notices.in(ticket.language()).joined(agent.name()),
                Map.of("event", "CLAIMED", "agent", agent.id().value()));
    }

    private Decision agentSays(Ticket ticket, AgentSays says, Instant now) {
        Refusal refusal = checkText(says.text(), MAX_TEXT);
        if (refusal != null) {
            return new Refused(refusal);
        }
        NewEntry words = NewEntry.message(Author.of(says.agent()), says.text());
        NextMove next = deadlines.next(Who.CUSTOMER, now);
        return switch (ticket.owner()) {
            case Owner.Nobody nobody -> new Refused(new Refusal.NotOpen());
            case Owner.Agent owner
            when !owner.id().equals(says.agent().id()) -> new Refused(new Refusal.NotOwner(owner));
            case Owner.Agent owner ->
                accept(ticket.answered(ticket.customerPos()).awaiting(next, now), null, List.of(words));
            case Owner.Bot bot -> claimBySaying(ticket, says, words, next, now);
            case Owner.Queue queue -> claimBySaying(ticket, says, words, next, now);
        };
    }

    private Decision claimBySaying(Ticket ticket, AgentSays says, NewEntry words, NextMove next, Instant now) {
        Ticket after = claimed(ticket, says.agent(), now)
                .answered(ticket.customerPos())
                .awaiting(next, now);
        List<NewEntry> entries = new ArrayList<>();
        entries.add(joined(ticket, says.agent()));
        entries.add(words);
        return new Accepted(new Commit(after, new Sealing.Cut(), entries, says.capacity()));
    }

    private Decision resolve(Ticket ticket, Resolve resolve, Instant now) {
        return switch (ticket.owner()) {
            case Owner.Nobody nobody -> new Unchanged();
            case Owner.Agent owner
            when !owner.id().equals(resolve.agent().id()) -> new Refused(new Refusal.NotOwner(owner));
            case Owner.Queue queue -> new Refused(new Refusal.NotOwner(queue));
            case Owner.Bot bot -> new Refused(new Refusal.NotOwner(bot));
            case Owner.Agent owner
            when ticket.customerWaits() && !resolve.force() -> new Refused(new Refusal.CustomerWaits());
            case Owner.Agent owner -> {
                Ticket resolved =
                        ticket.ownedBy(new Owner.Nobody(), null, ticket.times().resolved(now));
                NewEntry marker = NewEntry.marker(
                        Notices.in(ticket.language()).resolved(owner.name()), Map.of("event", "RESOLVED"));
                yield accept(resolved, new Sealing.Cut(), List.of(marker));
            }
        };
    }

    private static @Nullable Refusal checkText(String text, int limit) {
        if (text.isBlank()) {
            return new Refusal.TextEmpty();
        }
        return text.length() > limit ? new Refusal.TextTooLong(limit) : null;
    }

    private static Decision accept(Ticket after, @Nullable Sealing sealing, List<NewEntry> entries) {
        return new Accepted(new Commit(after, sealing, entries, Integer.MAX_VALUE));
    }
}

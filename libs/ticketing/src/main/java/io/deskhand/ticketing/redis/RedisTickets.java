package io.deskhand.ticketing.redis;

import io.deskhand.ticketing.AgentId;
import io.deskhand.ticketing.Command;
import io.deskhand.ticketing.Command.CustomerSays;
import io.deskhand.ticketing.Decision;
import io.deskhand.ticketing.Decision.Commit;
import io.deskhand.ticketing.Decision.Sealing;
import io.deskhand.ticketing.LogEntry;
import io.deskhand.ticketing.LogEntry.Author;
import io.deskhand.ticketing.LogEntry.Kind;
import io.deskhand.ticketing.LogEntry.State;
import io.deskhand.ticketing.NewEntry;
import io.deskhand.ticketing.Refusal;
import io.deskhand.ticketing.Status;
import io.deskhand.ticketing.Ticket;
import io.deskhand.ticketing.TicketId;
import io.deskhand.ticketing.TicketRules;
import io.deskhand.ticketing.Tickets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * {@link Tickets} in Redis 6.2 or later.
 *
 * <p>Non-guarantee (N9 in docs/handoff.md): with {@code appendfsync everysec} a crash of the machine may lose the last second of commits.
 */
public final class RedisTickets extends RedisTicketQueries implements Tickets {

    private static final int ATTEMPTS = 100;
    private static final RedisScript<List> COMMIT = Scripts.load("commit.lua");
    private static final RedisScript<List> DRAFT = Scripts.load("draft.lua");

    private final TicketRules rules;
    private final InstantSource clock;
    private final RedisFacts facts;

    public RedisTickets(StringRedisTemplate redis, TicketRules rules, InstantSource clock) {
        super(redis);
        this.rules = rules;
        this.clock = clock;
        this.facts = new RedisFacts(redis);
    }

    @Override
    public Outcome execute(TicketId id, Command command) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Ticket before = find(id).orElse(null);
            Instant now = clock.instant();
            Outcome outcome = switch (rules.decide(before, command, facts.of(before, command, now))) {
                case Decision.Accepted accepted -> commit(before, command, accepted.commit(), now);
                case Decision.Unchanged unchanged -> first(id, command).orElseGet(() -> done(before));
                // A command that has happened already keeps its outcome, whatever would be said of it now.
                case Decision.Refused refused ->
                    first(id, command).orElseGet(() -> new Outcome.Refused(refused.refusal()));
            };
            if (outcome != null) {
                return outcome;
            }
        }
        throw new IllegalStateException("unable to commit to ticket " + id + "; others kept changing it");
    }

    private static Outcome done(@Nullable Ticket ticket) {
        return ticket == null
                ? new Outcome.Refused(new Refusal.UnknownTicket())
                : new Outcome.Done(ticket, List.of(), false);
    }

    /** The outcome of a command that has happened before. */
    private Optional<Outcome> first(TicketId id, Command command) {
        String outcome = redis.<String, String>opsForHash().get(Keys.outcomes(id), command.commandId());
        return outcome == null ? Optional.empty() : Optional.of(repeated(id, outcome));
    }

    /** Null on a conflict: decide again. */
    private @Nullable Outcome commit(@Nullable Ticket before, Command command, Commit commit, Instant now) {
        Plan.Keyed keyed =
                Plan.of(before, command, commit, now, rules.deadlines().lease(), json);
        List<?> answer = run(COMMIT, keyed.keys(), json.write(keyed.plan()));
        return switch (String.valueOf(answer.getFirst())) {
            case "CONFLICT" -> null;
            case "OVER" -> new Outcome.Refused(new Refusal.TurnOver());
            // A customer's words are in the room already, so they are never refused for what has changed: decide again.
            case "GUARD" -> command instanceof CustomerSays ? null : guarded(keyed.plan(), answer);
            case "REPEATED" -> repeated(commit.after().id(), String.valueOf(answer.get(1)));
            default -> committed(commit, now, number(answer, 1), number(answer, 2), number(answer, 3));
        };
    }

    private static Outcome guarded(Plan plan, List<?> answer) {
        Plan.Guard guard = plan.guards().get((int) number(answer, 1) - 1);
        String member = String.valueOf(guard.member());
        return new Outcome.Refused(
                switch (guard.kind()) {
                    case "absent" -> new Refusal.AlreadyOpen(new TicketId(String.valueOf(answer.get(2))));
                    case "here" -> new Refusal.AgentAway(new AgentId(member));
                    case "gone" -> new Refusal.AgentHere(new AgentId(member));
                    default -> new Refusal.SlotsFull(Integer.parseInt(String.valueOf(guard.limit())));
                });
    }

    private Outcome repeated(TicketId id, String outcome) {
        String[] parts = outcome.split(":");
        long first = Long.parseLong(parts[1]);
        long last = Long.parseLong(parts[2]);
        Snapshot now = snapshot(id).orElseThrow();
        List<LogEntry> entries = now.entries().stream()
                .filter(entry -> first > 0 && entry.pos() >= first && entry.pos() <= last)
                .toList();
        return new Outcome.Done(now.ticket(), entries, false);
    }

    private static Outcome committed(Commit commit, Instant now, long rev, long first, long last) {
        long epoch = commit.after().epoch();
        List<LogEntry> entries = new ArrayList<>();
        long pos = last - commit.entries().size();
        if (commit.sealing() instanceof Sealing.Finish finish) {
            entries.add(entry(finish.entry(), first, finish.turn().epoch(), now));
        }
        long customerPos = commit.after().customerPos();
        for (NewEntry entry : commit.entries()) {
            entries.add(entry(entry, ++pos, epoch, now));
            customerPos = entry.fromCustomer() ? pos : customerPos;
        }
        return new Outcome.Done(commit.after().stored(rev, customerPos), entries, true);
    }

    private static LogEntry entry(NewEntry entry, long pos, long epoch, Instant at) {
        return new LogEntry(
                pos,
                at,
                epoch,
                entry.kind(),
                entry.author(),
                entry.text(),
                State.FINAL,
                1,
                entry.serial(),
                entry.citations(),
                entry.data());
    }

    @Override
    public DraftOutcome draft(Ticket ticket, long turn, String text) {
        if (text.isEmpty() || text.length() > TicketRules.MAX_BOT_TEXT) {
            return new DraftOutcome.Refused(
                    text.isEmpty() ? new Refusal.TextEmpty() : new Refusal.TextTooLong(TicketRules.MAX_BOT_TEXT));
        }
        Instant now = clock.instant();
        NewEntry head = new NewEntry(Kind.MESSAGE, Author.of(ticket.bot()), "", List.of(), Map.of(), null);
        List<?> answer = run(
                DRAFT,
                List.of(Keys.ticket(ticket.id()), Keys.log(ticket.id()), Keys.UNPUBLISHED),
                String.valueOf(ticket.epoch()),
                String.valueOf(turn),
                text,
                json.head(head, ticket.epoch(), now),
                ticket.id().value(),
                String.valueOf(now.toEpochMilli()));
        return switch (String.valueOf(answer.getFirst())) {
            case "SHOWN" -> new DraftOutcome.Shown(number(answer, 1), number(answer, 2));
            case "OVER" -> new DraftOutcome.Refused(new Refusal.TurnOver());
            default -> fenced(ticket.epoch(), answer);
        };
    }

    private static DraftOutcome fenced(long expectedEpoch, List<?> answer) {
        String status = String.valueOf(answer.get(2));
        Refusal refusal = status.isEmpty()
                ? new Refusal.UnknownTicket()
                : new Refusal.Fenced(expectedEpoch, number(answer, 1), Status.valueOf(status));
        return new DraftOutcome.Refused(refusal);
    }
}

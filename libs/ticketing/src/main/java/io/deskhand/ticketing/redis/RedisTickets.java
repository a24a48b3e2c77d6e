package io.deskhand.ticketing.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.command.Command.CustomerSays;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.TicketDecision;
import io.deskhand.ticketing.rules.TicketDecision.Commit;
import io.deskhand.ticketing.rules.TicketDecision.Sealing;
import io.deskhand.ticketing.rules.TicketLimits;
import io.deskhand.ticketing.rules.TicketRules;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * {@link Tickets} in Redis 6.2 or later.
 *
 * <p>Non-guarantee (N9 in docs/handoff.md): with {@code appendfsync everysec} a crash of Redis or of its machine may lose the last second or two of commits.
 */
public final class RedisTickets extends RedisTicketQueries implements Tickets {

    private static final int ATTEMPTS = 100;
    /** Tickets of which the last state is remembered, so that the next command need not read it first; some 3 KB each. */
    private static final int REMEMBERED = 10_000;

    private static final RedisScript<List> COMMIT = Scripts.load("commit.lua");
    private static final RedisScript<List> DRAFT = Scripts.load("draft.lua");
    private static final RedisScript<List> LOOK = Scripts.load("look.lua");

    private final TicketRules rules;
    private final InstantSource clock;
    private final RedisDecisionContext context;
    private final Cache<TicketId, Seen> lately =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /**
     * A ticket to decide on. A cached one may be stale, which costs a second try: the commit checks the revision.
     *
     * @param json as this process wrote it to the store, empty if it was read just now
     */
    private record Seen(@Nullable Ticket ticket, String json) {}

    /**
     * What became of a decision.
     *
     * @param outcome null to decide again
     * @param found the ticket to decide on then
     */
    private record Tried(@Nullable Outcome outcome, Seen found) {}

    public RedisTickets(StringRedisTemplate redis, TicketRules rules, InstantSource clock) {
        super(redis);
        this.rules = rules;
        this.clock = clock;
        this.context = new RedisDecisionContext(redis);
    }

    @Override
    public Outcome execute(TicketId id, Command command) {
        Seen seen = Objects.requireNonNullElseGet(lately.getIfPresent(id), () -> new Seen(find(id).orElse(null), ""));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant now = clock.instant();
            Ticket before = seen.ticket();
            Tried tried = switch (rules.decide(before, command, context.of(before, command, now))) {
                case TicketDecision.Accepted accepted -> commit(seen, command, accepted.commit(), now);
                case TicketDecision.Unchanged unchanged -> confirmed(id, command, seen, unchanged(before));
                case TicketDecision.Refused refused ->
                    confirmed(id, command, seen, new Outcome.Refused(refused.refusal()));
            };
            if (tried.outcome() != null) {
                return tried.outcome();
            }
            seen = tried.found();
        }
        throw new IllegalStateException("unable to commit to ticket " + id + "; others kept changing it");
    }

    private static Outcome unchanged(@Nullable Ticket ticket) {
        return ticket == null
                ? new Outcome.Refused(new Refusal.UnknownTicket())
                : new Outcome.Done(ticket, List.of(), false);
    }

    /**
     * An outcome that writes nothing holds if the ticket still is what was decided on. A command that has happened already keeps its first outcome.
     */
    private Tried confirmed(TicketId id, Command command, Seen seen, Outcome outcome) {
        List<?> look = run(LOOK, List.of(Keys.ticket(id), Keys.outcomes(id)), command.commandId());
        String first = String.valueOf(look.getFirst());
        if (!first.isEmpty()) {
            return new Tried(repeated(id, first), seen);
        }
        Ticket is = ticket(look.subList(1, 4)).orElse(null);
        return Objects.equals(is, seen.ticket()) ? new Tried(outcome, seen) : new Tried(null, new Seen(is, ""));
    }

    private Tried commit(Seen seen, Command command, Commit commit, Instant now) {
        Plan plan =
                Plan.of(seen.ticket(), command, commit, now, rules.deadlines().lease(), json);
        List<?> answer = run(COMMIT, plan.keys(), plan.args(seen.json()));
        return switch (String.valueOf(answer.getFirst())) {
            case "CONFLICT" ->
                new Tried(null, new Seen(ticket(answer.subList(1, 4)).orElse(null), ""));
            case "OVER" -> new Tried(new Outcome.Refused(new Refusal.TurnOver()), seen);
            // A customer's words are in the room already, so they are never refused for what has changed: decide again.
            case "GUARD" -> new Tried(command instanceof CustomerSays ? null : guarded(plan, answer), seen);
            case "REPEATED" -> new Tried(repeated(commit.after().id(), String.valueOf(answer.get(1))), seen);
            default -> {
                Outcome.Done done = committed(commit, now, number(answer, 1), number(answer, 2), number(answer, 3));
                lately.put(commit.after().id(), new Seen(done.ticket(), plan.json()));
                yield new Tried(done, seen);
            }
        };
    }

    private static Outcome guarded(Plan plan, List<?> answer) {
        Plan.Guard guard = plan.guards().get((int) number(answer, 1) - 1);
        String member = guard.member();
        return new Outcome.Refused(
                switch (guard.kind()) {
                    case "absent" -> new Refusal.AlreadyOpen(new TicketId(String.valueOf(answer.get(2))));
                    case "here" -> new Refusal.AgentAway(new AgentId(member));
                    case "gone" -> new Refusal.AgentHere(new AgentId(member));
                    default -> new Refusal.SlotsFull(Integer.parseInt(guard.limit()));
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

    private static Outcome.Done committed(Commit commit, Instant now, long rev, long first, long last) {
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
        if (text.isEmpty() || text.length() > TicketLimits.MAX_BOT_TEXT) {
            return new DraftOutcome.Refused(
                    text.isEmpty() ? new Refusal.TextEmpty() : new Refusal.TextTooLong(TicketLimits.MAX_BOT_TEXT));
        }
        Instant now = clock.instant();
        NewEntry head = NewEntry.message(Author.of(ticket.bot()), "");
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
            case "HELD" -> new DraftOutcome.Refused(new Refusal.Held());
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

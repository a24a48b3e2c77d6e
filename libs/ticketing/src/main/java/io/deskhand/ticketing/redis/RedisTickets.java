package io.deskhand.ticketing.redis;

import io.deskhand.ticketing.AgentId;
import io.deskhand.ticketing.BotId;
import io.deskhand.ticketing.Command;
import io.deskhand.ticketing.CustomerId;
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
import io.deskhand.ticketing.TeamId;
import io.deskhand.ticketing.Ticket;
import io.deskhand.ticketing.TicketId;
import io.deskhand.ticketing.TicketRules;
import io.deskhand.ticketing.Tickets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * {@link Tickets} in Redis 6.2 or later.
 *
 * <p>Non-guarantee: with {@code appendfsync everysec} a crash of Redis itself may lose the last second of commits.
 */
public final class RedisTickets implements Tickets {

    private static final int ATTEMPTS = 100;
    private static final RedisScript<List> COMMIT = Scripts.load("commit.lua");
    private static final RedisScript<List> DRAFT = Scripts.load("draft.lua");
    private static final RedisScript<List> READ = Scripts.load("read.lua");
    private static final List<String> FIELDS = List.of("json", "rev", "customerPos");

    private final StringRedisTemplate redis;
    private final TicketRules rules;
    private final InstantSource clock;
    private final EntryJson json = new EntryJson();

    public RedisTickets(StringRedisTemplate redis, TicketRules rules, InstantSource clock) {
        this.redis = redis;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Outcome execute(TicketId id, Command command) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Ticket before = find(id).orElse(null);
            Instant now = clock.instant();
            Outcome outcome = switch (rules.decide(before, command, now)) {
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
        return ticket == null ? new Outcome.Refused(new Refusal.UnknownTicket()) : new Outcome.Done(ticket, List.of());
    }

    /** The outcome of a command that has happened before. */
    private Optional<Outcome> first(TicketId id, Command command) {
        String outcome = hash().get(Keys.outcomes(id), command.commandId());
        return outcome == null ? Optional.empty() : Optional.of(repeated(id, outcome));
    }

    /** Null on a conflict: decide again. */
    private @Nullable Outcome commit(@Nullable Ticket before, Command command, Commit commit, Instant now) {
        Plan.Keyed keyed = Plan.of(before, command, commit, now, json);
        List<?> answer = run(COMMIT, keyed.keys(), json.write(keyed.plan()));
        return switch (String.valueOf(answer.getFirst())) {
            case "CONFLICT" -> null;
            case "OVER" -> new Outcome.Refused(new Refusal.TurnOver());
            case "GUARD" -> guarded(keyed.plan(), commit, answer);
            case "REPEATED" -> repeated(commit.after().id(), String.valueOf(answer.get(1)));
            default -> committed(commit, now, number(answer, 1), number(answer, 2), number(answer, 3));
        };
    }

    private static Outcome guarded(Plan plan, Commit commit, List<?> answer) {
        Plan.Guard guard = plan.guards().get((int) number(answer, 1) - 1);
        return new Outcome.Refused(
                guard.kind().equals("absent")
                        ? new Refusal.AlreadyOpen(new TicketId(String.valueOf(answer.get(2))))
                        : new Refusal.SlotsFull(commit.capacity()));
    }

    private Outcome repeated(TicketId id, String outcome) {
        String[] parts = outcome.split(":");
        long first = Long.parseLong(parts[1]);
        long last = Long.parseLong(parts[2]);
        Snapshot now = snapshot(id).orElseThrow();
        List<LogEntry> entries = now.entries().stream()
                .filter(entry -> first > 0 && entry.pos() >= first && entry.pos() <= last)
                .toList();
        return new Outcome.Done(now.ticket(), entries);
    }

    private static Outcome committed(Commit commit, Instant now, long rev, long first, long last) {
        long epoch = commit.after().epoch();
        List<LogEntry> entries = new ArrayList<>();
        long pos = last - commit.entries().size();
        if (commit.sealing() instanceof Sealing.Finish finish) {
            entries.add(entry(finish.entry(), first, epoch, now));
        }
        long customerPos = commit.after().customerPos();
        for (NewEntry entry : commit.entries()) {
            entries.add(entry(entry, ++pos, epoch, now));
            customerPos = entry.fromCustomer() ? pos : customerPos;
        }
        return new Outcome.Done(commit.after().stored(rev, customerPos), entries);
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

    @Override
    public Optional<Ticket> find(TicketId id) {
        return ticket(hash().multiGet(Keys.ticket(id), FIELDS));
    }

    @Override
    public List<Ticket> findAll(Collection<TicketId> ids) {
        return read(ids.stream().map(TicketId::value).toList());
    }

    @Override
    public Optional<Snapshot> snapshot(TicketId id) {
        return find(id).map(ticket -> new Snapshot(ticket, json.log(hash().entries(Keys.log(id)))));
    }

    @Override
    public Optional<Ticket> openTicket(CustomerId customer, BotId bot) {
        String id = hash().get(Keys.openOf(customer), bot.value());
        return id == null ? Optional.empty() : find(new TicketId(id));
    }

    @Override
    public List<Ticket> ofCustomer(CustomerId customer, int limit) {
        return read(redis.opsForZSet().reverseRange(Keys.ticketsOf(customer), 0, limit - 1));
    }

    @Override
    public List<Ticket> inbox(int limit) {
        List<String> ids = new ArrayList<>();
        for (String team : orEmpty(redis.opsForSet().members(Keys.TEAMS))) {
            ids.addAll(orEmpty(redis.opsForZSet().range(Keys.inbox(new TeamId(team)), 0, limit - 1)));
        }
        return read(ids).stream()
                .filter(ticket -> ticket.status() == Status.QUEUED)
                .sorted(Comparator.comparing(
                        ticket -> Objects.requireNonNullElse(ticket.times().queuedAt(), Instant.EPOCH)))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Ticket> ownedBy(AgentId agent) {
        return read(redis.opsForSet().members(Keys.agent(agent)));
    }

    @Override
    public List<Ticket> open(int limit) {
        return read(redis.opsForZSet().range(Keys.TIMERS, 0, limit - 1));
    }

    @Override
    public List<Ticket> latest(int limit) {
        return read(redis.opsForZSet().reverseRange(Keys.TICKETS, 0, limit - 1));
    }

    /**
     * The tickets with these ids, in this order, in one round trip; unknown ones are left out. A script, not a pipeline: the client opens a connection for each pipeline.
     */
    private List<Ticket> read(@Nullable Collection<String> ids) {
        List<String> keys =
                orEmpty(ids).stream().map(id -> Keys.ticket(new TicketId(id))).toList();
        return keys.isEmpty()
                ? List.of()
                : run(READ, keys, FIELDS.toArray()).stream()
                        .map(row -> ticket((List<?>) row))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private Optional<Ticket> ticket(List<?> fields) {
        if (fields.getFirst() == null) {
            return Optional.empty();
        }
        Object customerPos = fields.get(2);
        return Optional.of(json.readTicket(String.valueOf(fields.getFirst()))
                .toTicket()
                .stored(number(fields, 1), customerPos == null ? 0 : Long.parseLong(String.valueOf(customerPos))));
    }

    private HashOperations<String, String, String> hash() {
        return redis.opsForHash();
    }

    private List<?> run(RedisScript<List> script, List<String> keys, Object... args) {
        return Objects.requireNonNull(redis.execute(script, keys, args), "a script always answers");
    }

    private static long number(List<?> answer, int at) {
        return Long.parseLong(String.valueOf(answer.get(at)));
    }

    private static Collection<String> orEmpty(@Nullable Collection<String> ids) {
        return ids == null ? List.of() : ids;
    }
}

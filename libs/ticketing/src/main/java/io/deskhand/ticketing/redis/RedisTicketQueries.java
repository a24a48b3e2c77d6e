package io.deskhand.ticketing.redis;

import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.store.TicketQueries;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** Reads tickets. Lists come from indexes that every commit keeps, the tickets in them in one round trip. */
abstract class RedisTicketQueries implements TicketQueries {

    private static final RedisScript<List> READ = Scripts.load("read.lua");
    private static final List<String> FIELDS = List.of("json", "rev", "customerPos");

    final StringRedisTemplate redis;
    final EntryJson json = new EntryJson();

    RedisTicketQueries(StringRedisTemplate redis) {
        this.redis = redis;
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
                .sorted(Ticket.QUEUE_ORDER)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Ticket> ownedBy(AgentId agent) {
        return read(redis.opsForSet().members(Keys.agent(agent)));
    }

    @Override
    public List<Ticket> open(int limit) {
        return read(redis.opsForZSet().range(Keys.OPEN, 0, limit - 1));
    }

    @Override
    public List<Ticket> due(Instant by, int limit) {
        return read(redis.opsForZSet().rangeByScore(Keys.TIMERS, 0, by.toEpochMilli(), 0, limit));
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

    List<?> run(RedisScript<List> script, List<String> keys, Object... args) {
        return Objects.requireNonNull(redis.execute(script, keys, args), "a script always answers");
    }

    /** From the values of {@link #FIELDS}. */
    final Optional<Ticket> ticket(List<?> fields) {
        if (fields.getFirst() == null || String.valueOf(fields.getFirst()).isEmpty()) {
            return Optional.empty();
        }
        Object customerPos = fields.get(2);
        return Optional.of(json.readTicket(String.valueOf(fields.getFirst()))
                .stored(number(fields, 1), customerPos == null ? 0 : Long.parseLong(String.valueOf(customerPos))));
    }

    private HashOperations<String, String, String> hash() {
        return redis.opsForHash();
    }

    static long number(List<?> answer, int at) {
        return Long.parseLong(String.valueOf(answer.get(at)));
    }

    private static Collection<String> orEmpty(@Nullable Collection<String> ids) {
        return ids == null ? List.of() : ids;
    }
}

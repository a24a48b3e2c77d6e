package io.deskhand.ticketing.redis;

import io.deskhand.ticketing.AgentId;
import io.deskhand.ticketing.BotId;
import io.deskhand.ticketing.CustomerId;
import io.deskhand.ticketing.Status;
import io.deskhand.ticketing.TeamId;
import io.deskhand.ticketing.Ticket;
import io.deskhand.ticketing.TicketId;
import io.deskhand.ticketing.TicketQueries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.RedisOperations;
import org.springframework.data.redis.core.SessionCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Reads tickets. Lists come from indexes that every commit keeps, the tickets in them in one round trip. */
abstract class RedisTicketQueries implements TicketQueries {

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

    /** The tickets with these ids, in this order, in one round trip; unknown ones are left out. */
    private List<Ticket> read(@Nullable Collection<String> ids) {
        List<String> known = List.copyOf(orEmpty(ids));
        if (known.isEmpty()) {
            return List.of();
        }
        List<Object> rows = redis.executePipelined(new SessionCallback<@Nullable Object>() {
            @Override
            @SuppressWarnings("unchecked")
            public <K, V> @Nullable Object execute(RedisOperations<K, V> operations) {
                for (String id : known) {
                    ((RedisOperations<String, String>) operations)
                            .<String, String>opsForHash()
                            .multiGet(Keys.ticket(new TicketId(id)), FIELDS);
                }
                return null;
            }
        });
        return rows.stream()
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

    static long number(List<?> answer, int at) {
        return Long.parseLong(String.valueOf(answer.get(at)));
    }

    private static Collection<String> orEmpty(@Nullable Collection<String> ids) {
        return ids == null ? List.of() : ids;
    }
}

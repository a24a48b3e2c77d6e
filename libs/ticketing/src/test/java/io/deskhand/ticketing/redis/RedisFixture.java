package io.deskhand.ticketing.redis;

import io.deskhand.redis.local.RedisLocal;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.rules.Deadlines;
import io.deskhand.ticketing.rules.TicketRules;
import io.deskhand.ticketing.store.Tickets.Outcome;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A real Redis with tickets in it, and a clock that tests set. */
public final class RedisFixture implements AutoCloseable {

    static final Owner.Bot BOT = new Owner.Bot(new BotId("demo-store"), "Assistant");

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:30:00Z"));
    final InstantSource clock = now::get;
    final StringRedisTemplate redis;
    final RedisTickets tickets;
    final RedisRelayLog relayLog;

    private final TicketRules rules;
    private final RedisLocal server = RedisLocal.temporary();
    private final LettuceConnectionFactory connections = new LettuceConnectionFactory("127.0.0.1", server.port());

    RedisFixture() {
        this(new TicketRules(Deadlines.DEFAULTS));
    }

    public RedisFixture(TicketRules rules) {
        connections.afterPropertiesSet();
        connections.start();
        redis = new StringRedisTemplate(connections);
        tickets = new RedisTickets(redis, rules, clock);
        relayLog = new RedisRelayLog(redis, clock);
        this.rules = rules;
    }

    /** The same Redis by another clock. */
    public RedisTickets tickets(InstantSource by) {
        return new RedisTickets(redis, rules, by);
    }

    public RedisAgentLeases leases(InstantSource by) {
        return new RedisAgentLeases(redis, by, rules.deadlines().lease());
    }

    public RedisRelayLog relayLog(InstantSource by) {
        return new RedisRelayLog(redis, by);
    }

    public void empty() {
        redis.execute((org.springframework.data.redis.core.RedisCallback<Object>) connection -> {
            connection.serverCommands().flushAll();
            return null;
        });
    }

    Ticket open(String id) {
        Outcome outcome = tickets.execute(
                new TicketId(id),
                new Command.Open(
                        "open", new TicketId(id), new CustomerId("c-" + id), BOT, "", "en", new TeamId("general"), ""));
        return ((Outcome.Done) outcome).ticket();
    }

    Ticket done(TicketId id, Command command) {
        return ((Outcome.Done) tickets.execute(id, command)).ticket();
    }

    @Override
    public void close() {
        connections.destroy();
        server.close();
    }
}

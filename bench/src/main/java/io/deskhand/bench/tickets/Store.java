package io.deskhand.bench.tickets;

import io.deskhand.ticketing.Command;
import io.deskhand.ticketing.Deadlines;
import io.deskhand.ticketing.Ticket;
import io.deskhand.ticketing.TicketId;
import io.deskhand.ticketing.TicketRules;
import io.deskhand.ticketing.Tickets;
import io.deskhand.ticketing.Tickets.Outcome;
import io.deskhand.ticketing.redis.RedisTickets;
import java.time.InstantSource;
import java.util.List;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** The tickets in a Redis, over a client such as the services have, and beside them the least that this client can do with a script. */
final class Store implements AutoCloseable {

    private static final RedisScript<Long> NOTHING = RedisScript.of("return 1", Long.class);

    final StringRedisTemplate redis;
    final RedisTickets tickets;
    final LettuceConnectionFactory connections;

    Store(int redisPort) {
        connections = new LettuceConnectionFactory("127.0.0.1", redisPort);
        connections.afterPropertiesSet();
        connections.start();
        redis = new StringRedisTemplate(connections);
        tickets = new RedisTickets(redis, new TicketRules(Deadlines.DEFAULTS), InstantSource.system());
    }

    /** The raw limit: one EVALSHA of a script that does nothing. */
    void bareScript() {
        redis.execute(NOTHING, List.of("{desk}:bench"));
    }

    Ticket execute(TicketId ticket, Command command) {
        return done(tickets, ticket, command);
    }

    static Ticket done(Tickets tickets, TicketId ticket, Command command) {
        return switch (tickets.execute(ticket, command)) {
            case Outcome.Done done -> done.ticket();
            case Outcome.Refused refused ->
                throw new IllegalStateException("unable to measure; a command was refused: " + refused.refusal());
        };
    }

    @Override
    public void close() {
        connections.destroy();
    }
}

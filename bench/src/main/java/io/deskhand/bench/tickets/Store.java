package io.deskhand.bench.tickets;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.redis.RedisTickets;
import io.deskhand.ticketing.rules.Deadlines;
import io.deskhand.ticketing.rules.TicketRules;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.store.Tickets.Outcome;
import io.deskhand.ticketing.ticket.Ticket;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** Tickets in a Redis, through a client configured as in the services, and the cheapest possible script through the same client. */
final class Store implements AutoCloseable {

    private static final RedisScript<Long> NOTHING = RedisScript.of("return 1", Long.class);

    final StringRedisTemplate redis;
    final RedisTickets tickets;
    final LettuceConnectionFactory connections;

    Store(int redisPort) {
        this(redisPort, LettuceClientConfiguration.defaultConfiguration());
    }

    /** As in the services: commands and connections time out after this time. */
    Store(int redisPort, Duration timeout) {
        this(
                redisPort,
                LettuceClientConfiguration.builder()
                        .commandTimeout(timeout)
                        .clientOptions(ClientOptions.builder()
                                .socketOptions(SocketOptions.builder()
                                        .connectTimeout(timeout)
                                        .build())
                                .timeoutOptions(TimeoutOptions.enabled())
                                .build())
                        .build());
    }

    private Store(int redisPort, LettuceClientConfiguration client) {
        connections = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", redisPort), client);
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

    /** With the entries that it wrote. */
    Outcome.Done outcome(TicketId ticket, Command command) {
        return outcome(tickets, ticket, command);
    }

    static Ticket done(Tickets tickets, TicketId ticket, Command command) {
        return outcome(tickets, ticket, command).ticket();
    }

    private static Outcome.Done outcome(Tickets tickets, TicketId ticket, Command command) {
        return switch (tickets.execute(ticket, command)) {
            case Outcome.Done done -> done;
            case Outcome.Refused refused ->
                throw new IllegalStateException("unable to measure; a command was refused: " + refused.refusal());
        };
    }

    @Override
    public void close() {
        connections.destroy();
    }
}

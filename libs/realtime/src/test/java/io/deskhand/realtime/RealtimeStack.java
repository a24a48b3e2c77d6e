package io.deskhand.realtime;

import io.deskhand.ably.local.AblyLocal;
import io.deskhand.ably.local.AblyLocalOptions;
import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.redis.local.RedisLocal;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.redis.RedisRelayLog;
import io.deskhand.ticketing.redis.RedisTicketEvents;
import io.deskhand.ticketing.redis.RedisTickets;
import io.deskhand.ticketing.redis.RedisWork;
import io.deskhand.ticketing.rules.Deadlines;
import io.deskhand.ticketing.rules.TicketRules;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Side;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.view.RoomNames;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/** A real Redis, a real local Ably, and all that a service builds on them. */
public final class RealtimeStack implements AutoCloseable {

    public static final String KEY = "local.test:secret-of-the-test-app";
    public static final Owner.Bot BOT = new Owner.Bot(new BotId("demo-store"), "Assistant");
    public static final Owner.Agent ANNA = new Owner.Agent(new AgentId("anna"), "Anna");

    public final AblyLocal ably;
    public final AblySettings settings;
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final Rooms rooms;
    public final StringRedisTemplate redis;
    public final RedisTickets stored;
    public final RedisRelayLog relayLog;
    public final Relay relay;
    public final Tickets tickets;

    private final RedisLocal server = RedisLocal.temporary();
    private final InstantSource clock = InstantSource.system();
    private final LettuceConnectionFactory connections = new LettuceConnectionFactory("127.0.0.1", server.port());
    private final RedisMessageListenerContainer listeners = new RedisMessageListenerContainer();
    final RealtimeTokens tokens;
    private final List<AutoCloseable> closing = new ArrayList<>();

    public RealtimeStack() {
        this(AblyLimits.off(), AblySettings.REQUESTS_PER_SECOND);
    }

    /** On a plan of Ably's. */
    RealtimeStack(AblyLimits plan, int requestsPerSecond) {
        ably = AblyLocal.start(
                AblyLocalOptions.defaults().withPort(0).withKey(KEY).withLimits(plan));
        settings = AblySettings.local(ably.port(), KEY).within(AblySettings.ROOMS_PER_CONNECTION, requestsPerSecond);
        rooms = new Rooms(settings);
        tokens = new RealtimeTokens(settings, clock);
        connections.afterPropertiesSet();
        connections.start();
        redis = new StringRedisTemplate(connections);
        listeners.setConnectionFactory(connections);
        listeners.afterPropertiesSet();
        listeners.start();
        stored = new RedisTickets(redis, new TicketRules(Deadlines.DEFAULTS), clock);
        relayLog = new RedisRelayLog(redis, clock);
        relay = relay("publisher");
        tickets = new RelayedTickets(stored, relay);
    }

    Relay relay(String holder) {
        Relay made =
                new Relay(relayLog, rooms, id -> stored.find(id).orElse(null), holder, clock, System::nanoTime, meters);
        closing.add(made);
        return made;
    }

    public LeasedTickets leased(Side side, String holder, LeaseListener listener) {
        LeasedTickets made = new LeasedTickets(
                side,
                holder,
                new RedisWork(redis, Duration.ofSeconds(2)),
                tickets,
                new RedisTicketEvents(listeners),
                rooms,
                new InboxChannel(rooms),
                listener,
                new LeasedTickets.Options(Duration.ofMillis(200), 100),
                meters);
        closing.add(made);
        made.start();
        return made;
    }

    public Ticket open(String id) {
        Command open = new Command.Open(
                "open", new TicketId(id), new CustomerId("c-" + id), BOT, "", "en", new TeamId("general"), "Hello!");
        return ((Tickets.Outcome.Done) tickets.execute(new TicketId(id), open)).ticket();
    }

    /** The ticket's customer, in its room. */
    public Guest customer(Ticket ticket) throws Exception {
        return new Guest(settings, tokens.customer(ticket.customer()), RoomNames.of(ticket));
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : closing.reversed()) {
            part.close();
        }
        listeners.destroy();
        connections.destroy();
        rooms.close();
        ably.close();
        server.close();
    }
}

package io.deskhand.bench.tickets;

import io.deskhand.ably.local.AblyLocal;
import io.deskhand.ably.local.AblyLocalOptions;
import io.deskhand.bench.measure.BenchServer;
import io.deskhand.bench.measure.NoPlan;
import io.deskhand.realtime.AblySettings;
import io.deskhand.realtime.Relay;
import io.deskhand.realtime.RelayedTickets;
import io.deskhand.realtime.Rooms;
import io.deskhand.redis.local.RedisLocal;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.redis.RedisRelayLog;
import io.deskhand.ticketing.ticket.Ticket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;

/** Tickets, a realtime server, and the relay from one to the other. */
final class RelayedStore implements AutoCloseable {

    final RelayedTickets tickets;

    private final RedisLocal redis = RedisLocal.temporary();
    private final Store store = new Store(redis.port());
    private final AblyLocal ably =
            AblyLocal.start(AblyLocalOptions.defaults().withPort(0).withKey(BenchServer.KEY));
    private final Rooms rooms = new Rooms(AblySettings.local(ably.port(), BenchServer.KEY)
            .within(AblySettings.ROOMS_PER_CONNECTION, NoPlan.REQUESTS_PER_SECOND));
    private final Relay relay;

    RelayedStore() {
        relay = new Relay(
                new RedisRelayLog(store.redis, InstantSource.system()),
                rooms,
                id -> store.tickets.find(id).orElse(null),
                "bench",
                InstantSource.system(),
                System::nanoTime,
                new SimpleMeterRegistry());
        tickets = new RelayedTickets(store.tickets, relay);
    }

    Ticket execute(TicketId ticket, Command command) {
        return Store.done(tickets, ticket, command);
    }

    int realtimePort() {
        return ably.port();
    }

    @Override
    public void close() {
        relay.close();
        rooms.close();
        ably.close();
        store.close();
        redis.close();
    }
}

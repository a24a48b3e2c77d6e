package io.deskhand.ticketing.story;

import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.rules.TicketRules;
import io.deskhand.ticketing.store.RelayLog;
import io.deskhand.ticketing.store.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A world around the rules alone: no Redis, and no relay. */
record PureWorld(World world, Tickets tickets) {

    static PureWorld of(TicketRules rules) {
        Clock clock = new Clock();
        PureLeases leases = new PureLeases(clock, rules.deadlines().lease());
        PureTickets tickets = new PureTickets(rules, leases, clock);
        clock.world = new World(tickets, leases, new Relays(new NoRelay()));
        return new PureWorld(clock.world, tickets);
    }

    /** The world is the clock, but a store needs its clock before there is a world. */
    static final class Clock implements InstantSource {
        World world;

        @Override
        public Instant instant() {
            return world.instant();
        }
    }

    private static final class NoRelay implements RelayLog {
        @Override
        public Step take(TicketId ticket, String holder, Duration lasts) {
            return new Step.Nothing();
        }

        @Override
        public Step done(TicketId ticket, String holder, Duration lasts, ToPublish what, long seq, String serial) {
            return new Step.Nothing();
        }

        @Override
        public List<TicketId> waiting(Duration longerThan, int limit) {
            return List.of();
        }
    }
}

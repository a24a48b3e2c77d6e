package io.deskhand.ticketing.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.redis.RedisAgentLeases;
import io.deskhand.ticketing.redis.RedisFixture;
import io.deskhand.ticketing.rules.Deadlines;
import io.deskhand.ticketing.rules.TicketRules;
import io.deskhand.ticketing.store.TicketQueries.Snapshot;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.store.Tickets.Outcome;
import io.deskhand.ticketing.story.Step.Place;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Every story is told to the pure rules and to Redis: after each step all invariants hold in both, and both agree.
 *
 * <p>The Maven property {@code deskhand.stories} says how many: 1,000 by default, {@code -Ddeskhand.stories=1000000} for a long run. A counterexample is shrunk and printed
 * step by step.
 */
class InterleavingsTest {

    private static final TicketRules RULES = new TicketRules(Deadlines.DEFAULTS);

    private static RedisFixture redis;

    @BeforeContainer
    static void start() {
        redis = new RedisFixture(RULES);
    }

    @AfterContainer
    static void stop() {
        redis.close();
    }

    @Provide
    Arbitrary<Story> stories() {
        return Story.any();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatever_happens_in_whichever_order_all_invariants_hold(@ForAll("stories") Story story) {
        tell(story);
    }

    @Example
    void an_instance_that_is_taking_a_message_takes_the_next_one_after_it() {
        Step ingest = new Step.Server(2, Step.ServerMove.INGEST, Place.T1);
        tell(new Story(List.of(
                new Step.Opens(Place.T1),
                new Step.Writes(Place.T1),
                new Step.Writes(Place.T1),
                new Step.Server(2, Step.ServerMove.ATTACH, Place.T1),
                new Step.Meanwhile(ingest, ingest),
                ingest)));
    }

    @Example
    void a_packet_of_the_escalation_may_come_after_an_agent_has_reopened_the_ticket() {
        tell(new Story(List.of(
                new Step.Opens(Place.T1),
                new Step.Asks(Place.T1),
                new Step.Heartbeat(Step.Who.ANNA),
                new Step.Bot(1, Step.BotMove.BEGIN, Place.T1),
                new Step.Bot(1, Step.BotMove.ESCALATE, Place.T1),
                new Step.Customer(Step.Wish.SETTLED, Place.T1),
                new Step.Agent(Step.Who.ANNA, Step.Verb.REOPEN, Place.T1),
                new Step.Bot(1, Step.BotMove.REFINE_PACKET, Place.T1))));
    }

    private static void tell(Story story) {
        redis.empty();
        Telling pure = Telling.pure();
        Telling real = Telling.real();
        List<Step> told = new ArrayList<>(story.steps());
        for (int i = 0; i < told.size(); i++) {
            Step step = told.get(i);
            String where = "step " + (i + 1) + ", " + step + ": ";
            Object expected = pure.play(step, where);
            Object result = real.play(step, where);
            if (!(step instanceof Step.Relay) && !isRelayed(step)) {
                assertThat(comparable(result))
                        .as(where + "Redis does as the rules say")
                        .isEqualTo(comparable(expected));
            }
            for (Place place : step.touches()) {
                assertThat(real.look(place, where)).as(where + "the same log").isEqualTo(pure.look(place, where));
            }
        }
        pure.settle();
        real.settle();
    }

    /** Only Redis has a publishing right to speak of. */
    private static boolean isRelayed(Step step) {
        return step instanceof Step.Meanwhile(Step first, Step second)
                        && (first instanceof Step.Relay || second instanceof Step.Relay)
                || step instanceof Step.Skewed(Duration by, Step inner) && inner instanceof Step.Relay;
    }

    private static Object comparable(Object result) {
        return result instanceof Outcome.Done done
                ? new Outcome.Done(done.ticket(), withoutSerials(done.entries()), done.now())
                : result;
    }

    /** The room gives serials when it gets an entry, which is up to the relay. */
    private static List<LogEntry> withoutSerials(List<LogEntry> entries) {
        return entries.stream()
                .map(entry -> entry.author().role() == LogEntry.Author.Role.CUSTOMER ? entry : entry.withSerial(null))
                .toList();
    }

    /** One telling of a story, on one store. */
    private static final class Telling {

        private final World world;
        private final Tickets tickets;
        private final Invariants invariants = new Invariants();
        private final boolean relays;

        private Telling(World world, Tickets tickets, boolean relays) {
            this.world = world;
            this.tickets = tickets;
            this.relays = relays;
        }

        static Telling pure() {
            PureWorld pure = PureWorld.of(RULES);
            return new Telling(pure.world(), pure.tickets(), false);
        }

        static Telling real() {
            PureWorld.Clock clock = new PureWorld.Clock();
            Tickets tickets = inTurns(redis.tickets(clock), redis.tickets(clock));
            RedisAgentLeases leases = redis.leases(clock);
            // The relay's clock is never the moment between reading and writing a ticket.
            clock.world = new World(tickets, leases, new Relays(redis.relayLog(() -> clock.world.now())));
            return new Telling(clock.world, tickets, true);
        }

        /** Two processes: what one remembers of a ticket is old when it is its turn again. */
        private static Tickets inTurns(Tickets one, Tickets other) {
            AtomicInteger calls = new AtomicInteger();
            return (Tickets) Proxy.newProxyInstance(
                    Tickets.class.getClassLoader(), new Class<?>[] {Tickets.class}, (proxy, method, args) -> {
                        try {
                            return method.invoke(calls.getAndIncrement() % 2 == 0 ? one : other, args);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        Object play(Step step, String where) {
            try {
                return world.play(step);
            } catch (RuntimeException e) {
                throw new AssertionError(where + e, e);
            }
        }

        /** The ticket as it now is; all that must hold of it does. */
        Optional<Snapshot> look(Place place, String where) {
            Optional<Snapshot> found = tickets.snapshot(World.id(place));
            found.ifPresent(now -> check(place, now, where));
            return found.map(now -> new Snapshot(now.ticket(), withoutSerials(now.entries())));
        }

        private void check(Place place, Snapshot now, String where) {
            try {
                invariants.check(place, now, world.rooms.get(place));
            } catch (AssertionError e) {
                throw new AssertionError(where + e.getMessage() + story(now), e);
            }
        }

        private static String story(Snapshot now) {
            StringBuilder text = new StringBuilder("\n" + now.ticket());
            now.entries().forEach(entry -> text.append("\n  ").append(entry));
            return text.toString();
        }

        void settle() {
            invariants.check(tickets);
            world.settle();
            for (Place place : Place.values()) {
                tickets.snapshot(World.id(place)).ifPresent(now -> {
                    check(place, now, "at the end: ");
                    if (relays) {
                        invariants.checkSettled(now, world.rooms.get(place));
                    }
                });
            }
            world.play(new Step.Watchdog());
            assertThat(tickets.due(world.now(), 100)).as("I20 orphans").isEmpty();
            invariants.check(tickets);
        }
    }
}

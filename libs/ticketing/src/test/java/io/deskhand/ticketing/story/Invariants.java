package io.deskhand.ticketing.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.store.TicketQueries.Snapshot;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.story.Step.Place;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must hold after every step of every story, by the numbers of product-bar's invariants. */
final class Invariants {

    /** How a refined packet of a story begins: the servingEpoch of people that it is for. */
    static final String REFINED = "refined for ";

    private static final int ALL = 100;

    private final Map<Place, Ticket> before = new EnumMap<>(Place.class);
    /** What views showed of the bot when a claim marker appeared: it must stay so. */
    private final Map<String, Room.Shown> settled = new HashMap<>();

    /** Of one ticket, after a step. */
    void check(Place place, Snapshot snapshot, Room room) {
        Ticket ticket = snapshot.ticket();
        owner(ticket);
        rising(place, ticket);
        log(snapshot);
        ReviewInvariants.check(snapshot, room);
        customers(snapshot, room);
        room(room);
    }

    private static void owner(Ticket ticket) {
        assertThat(ticket.next() == null).as("I20 who owes the next move").isEqualTo(ticket.status() == Status.CLOSED);
        assertThat(ticket.owner().status()).as("I7 owner and status agree").isEqualTo(ticket.status());
        assertThat(ticket.answeredPos()).as("answered beyond what was asked").isLessThanOrEqualTo(ticket.customerPos());
    }

    private void rising(Place place, Ticket ticket) {
        Ticket earlier = before.put(place, ticket);
        if (earlier != null) {
            assertThat(ticket.rev()).as("rev rises").isGreaterThanOrEqualTo(earlier.rev());
            boolean sameOwner = ticket.owner().equals(earlier.owner());
            assertThat(ticket.epoch()).as("epoch rises").isGreaterThanOrEqualTo(earlier.epoch());
            assertThat(sameOwner || ticket.epoch() > earlier.epoch())
                    .as("I2 a new owner, a new epoch")
                    .isTrue();
        }
    }

    private static void log(Snapshot snapshot) {
        boolean people = false;
        long epoch = 0;
        long withTheBot = 0;
        for (LogEntry entry : snapshot.entries()) {
            if (entry.kind() == Kind.MARKER && toPeople(entry.data())) {
                people = true;
            } else if (entry.kind() == Kind.MARKER && toTheBot(entry.data())) {
                people = false;
                withTheBot = entry.epoch();
            }
            if (entry.data() instanceof HandoffPacket packet && packet.wants().startsWith(REFINED)) {
                assertThat(Long.parseLong(packet.wants().substring(REFINED.length())))
                        .as("I24 a packet of an earlier handoff, at %s", entry.pos())
                        .isGreaterThan(withTheBot);
            }
            assertThat(people && entry.author().role() == Role.BOT)
                    .as("I1 the bot speaks behind a claim marker, at %s", entry.pos())
                    .isFalse();
            assertThat(entry.epoch()).as("epochs of the log").isGreaterThanOrEqualTo(epoch);
            epoch = entry.epoch();
            if (entry.state() == State.STREAMING) {
                assertThat(snapshot.ticket().status())
                        .as("I5 an answer streams on")
                        .isEqualTo(Status.BOT);
            }
        }
    }

    /** An agent who reopens a ticket has it at once; a customer who does may have it with the bot, or with the agent of before. */
    private static boolean toPeople(@Nullable EntryData marker) {
        return marker instanceof EntryData.Claimed
                || marker instanceof EntryData.Reopened reopened && reopened.agent() != null;
    }

    private static boolean toTheBot(@Nullable EntryData marker) {
        return marker instanceof EntryData.HandedBack
                || marker instanceof EntryData.Returned
                || marker instanceof EntryData.Reopened reopened && reopened.agent() == null;
    }

    private static void customers(Snapshot snapshot, Room room) {
        List<String> inTheLog = snapshot.entries().stream()
                .filter(entry -> entry.author().role() == Role.CUSTOMER)
                .map(LogEntry::serial)
                .toList();
        List<String> inTheRoom = room.written.stream().map(Room.Written::serial).toList();
        assertThat(inTheRoom.subList(0, Math.min(inTheLog.size(), inTheRoom.size())))
                .as("what the customer wrote, once and in order")
                .isEqualTo(inTheLog);
    }

    private void room(Room room) {
        List<Map.Entry<String, Room.Shown>> shown = new ArrayList<>(room.shown.entrySet());
        assertThat(shown)
                .extracting(message -> message.getValue().pos())
                .as("the room's order is the log's")
                .isSorted();
        int claim = -1;
        for (int i = 0; i < shown.size(); i++) {
            claim = shown.get(i).getValue().kind() == Kind.MARKER ? i : claim;
        }
        for (int i = 0; i < claim; i++) {
            Room.Shown now = shown.get(i).getValue();
            if (now.role() == Role.BOT) {
                Room.Shown then = settled.putIfAbsent(shown.get(i).getKey(), now);
                assertThat(then == null || then.equals(now))
                        .as("I1 a view shows other words of the bot behind a claim marker: %s, then %s", then, now)
                        .isTrue();
                assertThat(now.state()).as("I5 streams behind a marker").isNotEqualTo(State.STREAMING);
            }
        }
    }

    /** Of all tickets. */
    void check(Tickets tickets) {
        List<Ticket> all = tickets.latest(ALL);
        assertThat(tickets.inbox(ALL))
                .as("I11 every queued ticket is in the inbox, once, in order")
                .isEqualTo(all.stream()
                        .filter(ticket -> ticket.status() == Status.QUEUED)
                        .sorted(Ticket.QUEUE_ORDER)
                        .toList());
        for (Step.Who who : Step.Who.values()) {
            Owner.Agent agent = World.agent(who);
            List<Ticket> owned = all.stream()
                    .filter(ticket -> ticket.owner().slot().equals(Optional.of(agent)))
                    .toList();
            assertThat(tickets.ownedBy(agent.id())).as("I15 slots are tickets").hasSameElementsAs(owned);
            assertThat(owned.size()).as("I15 no more than the slots").isLessThanOrEqualTo(who.capacity);
        }
        for (String customer : Arrays.stream(Place.values())
                .map(place -> place.customer)
                .distinct()
                .toList()) {
            assertThat(all.stream()
                            .filter(ticket ->
                                    ticket.status().open() && ticket.customer().equals(new CustomerId(customer))))
                    .as("I16 one open ticket")
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    /** When everything has settled: nothing is missing in log or room. */
    void checkSettled(Snapshot snapshot, Room room) {
        assertThat(snapshot.entries().stream()
                        .filter(entry -> entry.author().role() == Role.CUSTOMER)
                        .map(LogEntry::serial))
                .as("every message of the customer is in the log")
                .isEqualTo(room.written.stream().map(Room.Written::serial).toList());
        List<String> ours = snapshot.entries().stream()
                .filter(entry -> entry.kind().goesToRoom() && entry.author().role() != Role.CUSTOMER)
                .map(entry -> entry.pos() + " " + entry.state() + " " + entry.text())
                .toList();
        assertThat(texts(room.shown)).as("the room shows the log").isEqualTo(ours);
        if (!room.untold) {
            assertThat(texts(room.stored))
                    .as("the room's history shows the log")
                    .isEqualTo(ours);
        }
    }

    private static List<String> texts(Map<String, Room.Shown> messages) {
        return messages.values().stream()
                .map(message -> message.pos() + " " + message.state() + " " + message.text())
                .toList();
    }
}

package io.deskhand.ticketing.story;

import static io.deskhand.ticketing.story.Step.Place;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.store.Tickets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The instances of the serving side: each reads a room's history when it attaches, and takes what it knows of into the log.
 *
 * <p>An instance takes the messages of one room one after the other ({@code ServedTicket}'s mailbox in libs/realtime): while it takes one, it begins no other.
 */
final class Servers {

    private static final String NOTHING = "nothing";
    private static final String BUSY = "busy";
    private static final Set<Object> IDLE = Set.of(NOTHING, BUSY);

    private final Tickets tickets;
    private final World.Sending sending;
    private final Map<String, Deque<Room.Written>> unread = new HashMap<>();
    private final Set<String> busy = new HashSet<>();

    Servers(Tickets tickets, World.Sending sending) {
        this.tickets = tickets;
        this.sending = sending;
    }

    Object play(Step.Server step, Room room) {
        String key = step.instance() + " " + step.ticket();
        switch (step.move()) {
            case ATTACH -> unread.put(key, unread(step.ticket(), room));
            case CRASH -> unread.remove(key);
            case INGEST -> {
                return busy.add(key) ? ingest(key, step.ticket()) : BUSY;
            }
        }
        return "ok";
    }

    /** Attaches, and takes what is there, unless this very instance is taking messages of the room already. */
    void readAll(int instance, Place place, Room room) {
        play(new Step.Server(instance, Step.ServerMove.ATTACH, place), room);
        Step.Server ingest = new Step.Server(instance, Step.ServerMove.INGEST, place);
        while (!IDLE.contains(play(ingest, room))) {}
    }

    private Object ingest(String key, Place place) {
        try {
            Room.Written message = unread.getOrDefault(key, new ArrayDeque<>()).poll();
            return message == null
                    ? NOTHING
                    : sending.send(place, id -> new Command.CustomerSays(message.serial(), message.text()));
        } finally {
            busy.remove(key);
        }
    }

    private Deque<Room.Written> unread(Place place, Room room) {
        String known = tickets.snapshot(World.id(place)).stream()
                .flatMap(snapshot -> snapshot.entries().reversed().stream())
                .filter(entry -> entry.author().role() == LogEntry.Author.Role.CUSTOMER)
                .map(LogEntry::serial)
                .findFirst()
                .orElse("");
        return new ArrayDeque<>(room.written.stream()
                .filter(message -> message.serial().compareTo(known) > 0)
                .toList());
    }
}

package io.deskhand.ticketing.story;

import static io.deskhand.ticketing.story.Step.Place;

import io.deskhand.ticketing.Command;
import io.deskhand.ticketing.LogEntry;
import io.deskhand.ticketing.Tickets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The instances of the serving side: each reads a room's history when it attaches, and takes what it knows of into the log. */
final class Servers {

    private final Tickets tickets;
    private final World.Sending sending;
    private final Map<String, Deque<Room.Written>> unread = new HashMap<>();

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
                Room.Written message =
                        unread.getOrDefault(key, new ArrayDeque<>()).poll();
                return message == null
                        ? "nothing"
                        : sending.send(step.ticket(), id -> new Command.CustomerSays(message.serial(), message.text()));
            }
        }
        return "ok";
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

package io.deskhand.ticketing.story;

import io.deskhand.ticketing.RelayLog;
import io.deskhand.ticketing.RelayLog.ToPublish;
import io.deskhand.ticketing.TicketId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The relays of two instances, which may stop for good or for long between any two of their steps. */
final class Relays {

    private static final Duration RIGHT = Duration.ofSeconds(10);

    /** What a relay has in mind: something to publish, or, with a serial, something to report. */
    private record Holding(ToPublish what, String serial) {}

    private final RelayLog log;
    private final Map<String, Holding> holding = new HashMap<>();

    Relays(RelayLog log) {
        this.log = log;
    }

    Object play(Step.Relay step, Room room) {
        TicketId ticket = World.id(step.ticket());
        String holder = "relay-" + step.instance();
        String key = holder + " " + ticket;
        Holding held = holding.remove(key);
        if (step.move() == Step.RelayMove.CRASH) {
            return "crashed";
        }
        if (held != null && held.serial() == null) {
            holding.put(key, new Holding(held.what(), publish(ticket, held.what(), room)));
            return "published";
        }
        RelayLog.Step next = held == null
                ? log.take(ticket, holder, RIGHT)
                : log.done(
                        ticket, holder, RIGHT, held.what(), held.what().entry().seq(), held.serial());
        if (next instanceof RelayLog.Step.Publish publish) {
            holding.put(key, new Holding(publish.what(), null));
        }
        return next.getClass().getSimpleName();
    }

    private static String publish(TicketId ticket, ToPublish what, Room room) {
        String key = what.idempotencyKey(ticket);
        return what.serial()
                .map(serial -> {
                    room.update(serial, what.entry(), key);
                    return serial;
                })
                .orElseGet(() -> room.send(what.entry(), key));
    }

    /** A relay that nothing happens to. */
    void drain(Step.Place place, Room room) {
        TicketId ticket = World.id(place);
        RelayLog.Step step = log.take(ticket, "relay-9", RIGHT);
        while (step instanceof RelayLog.Step.Publish publish) {
            String serial = publish(ticket, publish.what(), room);
            step = log.done(
                    ticket,
                    "relay-9",
                    RIGHT,
                    publish.what(),
                    publish.what().entry().seq(),
                    serial);
        }
    }
}

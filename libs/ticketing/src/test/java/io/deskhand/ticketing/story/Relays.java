package io.deskhand.ticketing.story;

import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.store.RelayLog;
import io.deskhand.ticketing.store.RelayLog.ToPublish;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The relays of two instances, which may stop for good or for long between any two of their steps. */
final class Relays {

    private static final Duration RIGHT = Duration.ofSeconds(10);

    /** What a relay has in mind: something to publish, or what of it the room now has, to report. */
    private record Holding(ToPublish what, Published published) {}

    /**
     * As the room's answer says: with a key that was used before, the version that was published then.
     *
     * @param late whether the room had a newer version, which this has replaced in its history
     */
    private record Published(String serial, long seq, boolean late) {}

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
            if (held != null && held.published() != null && held.published().late()) {
                room.untold = true;
            }
            return "crashed";
        }
        if (step.move() == Step.RelayMove.DRAIN) {
            return drain(ticket, holder, held, room).getClass().getSimpleName();
        }
        if (held != null && held.published() == null) {
            holding.put(key, new Holding(held.what(), publish(ticket, held.what(), room)));
            return "published";
        }
        RelayLog.Step next =
                held == null ? log.take(ticket, holder, RIGHT) : report(ticket, holder, held.what(), held.published());
        if (next instanceof RelayLog.Step.Publish publish) {
            holding.put(key, new Holding(publish.what(), null));
        }
        return next.getClass().getSimpleName();
    }

    private RelayLog.Step report(TicketId ticket, String holder, ToPublish what, Published published) {
        return log.done(ticket, holder, RIGHT, what, published.seq(), published.serial());
    }

    private static Published publish(TicketId ticket, ToPublish what, Room room) {
        String key = what.idempotencyKey(ticket);
        if (what.serial().isPresent()) {
            boolean late = room.update(what.serial().get(), what.entry(), key);
            return new Published(what.serial().get(), what.entry().seq(), late);
        }
        return new Published(room.send(what.entry(), key), room.firstSeq(key), false);
    }

    /** Those who slept wake up and go on, then a relay that nothing happens to does what is left. */
    void settle(Step.Place place, Room room) {
        TicketId ticket = World.id(place);
        for (String holder : List.of("relay-1", "relay-2", "relay-9")) {
            drain(ticket, holder, holding.remove(holder + " " + ticket), room);
        }
    }

    private RelayLog.Step drain(TicketId ticket, String holder, Holding held, Room room) {
        RelayLog.Step step;
        if (held == null) {
            step = log.take(ticket, holder, RIGHT);
        } else {
            Published published = held.published() == null ? publish(ticket, held.what(), room) : held.published();
            step = report(ticket, holder, held.what(), published);
        }
        while (step instanceof RelayLog.Step.Publish publish) {
            step = report(ticket, holder, publish.what(), publish(ticket, publish.what(), room));
        }
        return step;
    }
}

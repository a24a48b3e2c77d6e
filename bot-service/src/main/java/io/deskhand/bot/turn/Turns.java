package io.deskhand.bot.turn;

import io.deskhand.realtime.AttachedRoom;
import io.deskhand.realtime.LeaseListener;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.view.RoomPresence.BotPresence;
import io.deskhand.ticketing.view.RoomPresence.BotPresence.Activity;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bot in the rooms that this instance serves: present in each, and in each at most one running turn.
 *
 * <p>The ticket alone decides what to do: while the bot owns it and a customer message is unanswered, a turn for the newest message runs. A newer message cuts the turn
 * and starts one that answers both; a claim cuts it too (I5). A colleague's guidance cuts it only while nothing of it is shown. Otherwise the guidance applies to the
 * next turn (G18). While a matter waits for a colleague no turn runs (G19). A crash loses nothing (G12 in docs/handoff.md): the next holder of the ticket's lease finds
 * the same message unanswered.
 */
public final class Turns implements LeaseListener, AutoCloseable {

    private final Tickets tickets;
    private final BotBrains brains;
    private final CustomerContexts contexts;
    private final InstantSource clock;
    private final Duration debounce;
    private final TurnMetrics metrics;
    private final PacketRefinements packets;
    private final Map<TicketId, Seat> seats = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("turn-debounce").factory());

    /** @param debounce how long to wait after a message for another one, so that double texts are answered together */
    public Turns(
            Tickets tickets,
            BotBrains brains,
            CustomerContexts contexts,
            InstantSource clock,
            Duration debounce,
            MeterRegistry meters,
            PacketRefinements packets) {
        this.tickets = tickets;
        this.brains = brains;
        this.contexts = contexts;
        this.clock = clock;
        this.debounce = debounce;
        this.metrics = new TurnMetrics(meters);
        this.packets = packets;
    }

    @Override
    public void taken(Ticket ticket, AttachedRoom room) {
        Seat seat = new Seat(ticket, room);
        seats.put(ticket.id(), seat);
        seat.show(Activity.IDLE);
        seat.follow(ticket);
    }

    @Override
    public void changed(Ticket ticket) {
        Seat seat = seats.get(ticket.id());
        if (seat != null) {
            seat.follow(ticket);
        }
    }

    @Override
    public void left(TicketId ticket, AttachedRoom room) {
        Seat seat = seats.remove(ticket);
        if (seat != null) {
            seat.leave();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        seats.values().forEach(Seat::cut);
    }

    /** The bot's place in one room. */
    private final class Seat {

        private final AttachedRoom room;
        private final String clientId;
        private final String name;
        private @Nullable BotTurn running;
        private Ticket latest;

        Seat(Ticket ticket, AttachedRoom room) {
            this.latest = ticket;
            this.room = room;
            this.clientId = "bot:" + ticket.bot().id();
            this.name = ticket.bot().name();
        }

        synchronized void follow(Ticket ticket) {
            latest = ticket;
            if (!ticket.botOwes()) {
                return;
            }
            if (running != null
                    && running.answers(ticket)
                    && (running.knows(ticket.review()) || !running.cutUnlessShown())) {
                return;
            }
            cut();
            BotTurn turn = new BotTurn(ticket, tickets, brains, contexts, clock, metrics, packets, this::finished);
            running = turn;
            timer.schedule(() -> start(turn), debounce.toMillis(), TimeUnit.MILLISECONDS);
        }

        private synchronized void start(BotTurn turn) {
            if (running == turn) {
                turn.start();
                show(Activity.ANSWERING);
            }
        }

        private synchronized void finished(BotTurn turn) {
            if (running == turn) {
                running = null;
                show(Activity.IDLE);
                // Guidance may have come while it was ending.
                if (!turn.answers(latest) || !turn.knows(latest.review())) {
                    follow(latest);
                }
            }
        }

        synchronized void cut() {
            if (running != null) {
                running.cut();
                running = null;
            }
        }

        synchronized void leave() {
            cut();
            room.leave(clientId);
        }

        void show(Activity activity) {
            room.enter(clientId, new BotPresence(name, activity));
        }
    }
}

package io.deskhand.ticketing.watchdog;

import io.deskhand.ticketing.command.Command.Expire;
import io.deskhand.ticketing.command.Command.Release;
import io.deskhand.ticketing.command.Command.Release.Cause;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.store.AgentLeases;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.store.Tickets.Outcome;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Acts on every deadline that has passed, by the rule of the ticket's status, and on tickets of agents without a lease (I12, I19, I20).
 *
 * <p>Any number of instances may run it at once. A deadline is one command, so it happens once (I10; G15 in docs/handoff.md). A release is refused if the agent's lease
 * has been renewed (G13). What a round fails to do, the next one does.
 */
public final class Watchdog {

    private static final int AT_ONCE = 200;

    private final Tickets tickets;
    private final AgentLeases agents;
    private final InstantSource clock;
    private final Listener listener;

    /** Told of all that the watchdog did. */
    public interface Listener {

        /** The deadline of a ticket, as it stood before, has been acted on. */
        void expired(Ticket before);

        /** A ticket was taken from an agent who is gone. */
        void released(Ticket before);

        /** A round could not do all; the next one will try again. */
        void failed(RuntimeException reason);
    }

    public Watchdog(Tickets tickets, AgentLeases agents, InstantSource clock, Listener listener) {
        this.tickets = tickets;
        this.agents = agents;
        this.clock = clock;
        this.listener = listener;
    }

    /** Does what is to be done now. Never throws. */
    public void round() {
        try {
            deadlines();
            agents();
        } catch (RuntimeException e) {
            listener.failed(e);
        }
    }

    private void deadlines() {
        List<Ticket> due;
        do {
            due = tickets.due(clock.instant(), AT_ONCE);
            int done = 0;
            for (Ticket ticket : due) {
                done += expire(ticket) ? 1 : 0;
            }
            if (done == 0) {
                return;
            }
        } while (due.size() == AT_ONCE);
    }

    private boolean expire(Ticket ticket) {
        NextMove next = ticket.next();
        if (next == null) {
            return false;
        }
        boolean acted = happened(tickets.execute(ticket.id(), new Expire(next.dueAt())));
        if (acted) {
            listener.expired(ticket);
        }
        return acted;
    }

    private void agents() {
        Instant by = clock.instant();
        List<AgentId> gone = agents.gone(by);
        for (AgentId agent : gone) {
            for (Ticket ticket : tickets.ownedBy(agent)) {
                Release release = new Release("gone:" + ticket.epoch(), agent, Cause.GONE);
                if (happened(tickets.execute(ticket.id(), release))) {
                    listener.released(ticket);
                }
            }
        }
        if (!gone.isEmpty()) {
            agents.forget(by);
        }
    }

    private static boolean happened(Outcome outcome) {
        return outcome instanceof Outcome.Done done && done.now();
    }
}

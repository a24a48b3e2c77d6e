package io.deskhand.ticketing.redis;

import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.ticket.Side;

/** The names of all keys. They share one hash tag, so that a script may touch any of them on a Redis Cluster too. */
final class Keys {

    static final String TEAMS = "{desk}:teams";
    static final String TICKETS = "{desk}:tickets";
    /** Deadlines of all tickets that have one. */
    static final String TIMERS = "{desk}:timers";

    /** Deadlines of the open tickets. */
    static final String OPEN = "{desk}:open";

    /** Until when the lease of each agent lasts. */
    static final String AGENTS = "{desk}:agents";

    /** The most tickets that each agent may own. */
    static final String CAPACITIES = "{desk}:agents:capacities";

    static final String UNPUBLISHED = "{desk}:unpublished";

    private Keys() {}

    static String ticket(TicketId id) {
        return "{desk}:ticket:" + id;
    }

    static String log(TicketId id) {
        return ticket(id) + ":log";
    }

    static String outcomes(TicketId id) {
        return ticket(id) + ":outcomes";
    }

    static String inbox(TeamId team) {
        return "{desk}:inbox:" + team;
    }

    static String agent(AgentId id) {
        return "{desk}:agent:" + id;
    }

    /** As {@link #AGENTS}, for the agents of one team. */
    static String agentsOf(TeamId team) {
        return "{desk}:agents:team:" + team;
    }

    static String openOf(CustomerId id) {
        return "{desk}:customer:" + id + ":open";
    }

    static String ticketsOf(CustomerId id) {
        return "{desk}:customer:" + id + ":tickets";
    }

    /** The stream of a side's work. */
    static String work(Side side) {
        return switch (side) {
            case BOT -> "{desk}:work:bot";
            case DESK -> "{desk}:work:desk";
        };
    }
}

package io.deskhand.realtime;

import com.google.gson.JsonParser;
import io.deskhand.ticketing.Ticket;
import io.deskhand.ticketing.TicketView;
import tools.jackson.databind.json.JsonMapper;

/** The shared inbox: every change of a ticket, for all agents. Events are upserts by revision, so a repeat or a late one does no harm. */
public final class InboxChannel {

    /** The channel's name; agents subscribe, only the services publish. */
    public static final String NAME = "support:inbox";

    private final Rooms rooms;
    private final JsonMapper json = JsonMapper.builder().build();

    public InboxChannel(Rooms rooms) {
        this.rooms = rooms;
    }

    public void publish(Ticket ticket) {
        rooms.publish(NAME, "ticket", JsonParser.parseString(json.writeValueAsString(TicketView.of(ticket))));
    }
}

package io.deskhand.client;

import io.ably.lib.types.Message;
import io.deskhand.ticketing.view.AgentTicket;
import java.util.function.Consumer;

/**
 * The shared inbox, followed until it is closed. Every change of a ticket leads to an event with that state of the ticket or a newer one. Intermediate states may be left
 * out.
 */
public final class InboxFeed implements AutoCloseable {

    /** The channel's name (docs/api.md, "Inbox events"). */
    static final String CHANNEL = "support:inbox";

    private final RoomConnection connection;
    private final FollowedChannel channel;

    InboxFeed(RoomConnection connection, FollowedChannel channel) {
        this.connection = connection;
        this.channel = channel;
    }

    static void receive(Message message, ViewJson json, Consumer<AgentTicket> changes) {
        if ("ticket".equals(message.name)) {
            json.known(json.tree(String.valueOf(message.data)), AgentTicket.class)
                    .ifPresent(changes);
        }
    }

    /** Stops following. */
    @Override
    public void close() {
        connection.release(channel);
    }
}

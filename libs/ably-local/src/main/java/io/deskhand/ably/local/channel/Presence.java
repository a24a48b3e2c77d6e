package io.deskhand.ably.local.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.PresenceAction;
import io.deskhand.ably.local.wire.PresenceMessage;
import io.deskhand.ably.local.wire.ProtocolMessage;
import java.util.ArrayList;
import java.util.List;

/** Applies presence events to a channel and builds its SYNC frames. */
public final class Presence {
    private static final int SYNC_PAGE = 100;

    private final Channel channel;

    public Presence(Channel channel) {
        this.channel = channel;
    }

    /**
     * Applies the presence entries of one frame and delivers the events. A repeated ENTER with the id that the member already
     * has changes nothing, so that SDKs may re-enter after a resume.
     */
    public void receive(List<PresenceMessage> entries, String frameId, String connectionId) {
        List<PresenceMessage> events = new ArrayList<>(entries.size());
        for (PresenceMessage entry : entries) {
            PresenceMessage member = channel.members().find(entry.memberKey());
            if (entry.action() == PresenceAction.LEAVE) {
                if (member != null) {
                    channel.members().remove(entry.memberKey());
                    events.add(entry.payload().isEmpty() ? entry.withPayload(member.payload()) : entry);
                }
            } else if (member == null || !member.id().equals(entry.id())) {
                boolean coming = member == null || entry.action() != PresenceAction.UPDATE;
                channel.members().put(entry.withAction(PresenceAction.PRESENT));
                events.add(entry.withAction(coming ? PresenceAction.ENTER : PresenceAction.UPDATE));
            }
        }
        if (!events.isEmpty()) {
            channel.announcePresence(events, frameId, connectionId);
        }
    }

    /** Removes the members of a connection that detached, closed or did not resume, and delivers their LEAVE events. */
    public void leaveAll(String connectionId) {
        List<PresenceMessage> leaving = channel.members().ofConnection(connectionId);
        if (leaving.isEmpty()) {
            return;
        }
        // Not the connection's own id: SDKs then order the leave by time instead of by msgSerial.
        ChannelPosition at = channel.nextPosition();
        String id = "left-" + at.position().replace('@', '-');
        List<PresenceMessage> events = new ArrayList<>(leaving.size());
        for (PresenceMessage member : leaving) {
            channel.members().remove(member.memberKey());
            events.add(member.with()
                    .id(id + ":" + events.size())
                    .action(PresenceAction.LEAVE)
                    .timestamp(Math.max(at.time(), member.timestamp()))
                    .build());
        }
        channel.announcePresence(events, id, connectionId);
    }

    /** Adds a fixture member, which belongs to no connection and never leaves. */
    public void fix(PresenceMessage member) {
        channel.members().put(member);
    }

    /**
     * The presence set as SYNC frames; the last one has an empty cursor.
     *
     * @param syncId letters and digits, distinct from any position
     */
    public List<ProtocolMessage> sync(String syncId) {
        List<ProtocolMessage> pages = new ArrayList<>();
        List<PresenceMessage> all = new ArrayList<>(channel.members().all());
        int from = 0;
        do {
            int to = Math.min(from + SYNC_PAGE, all.size());
            ArrayNode page = JsonNodeFactory.instance.arrayNode();
            all.subList(from, to).forEach(member -> page.add(member.toNode()));
            String cursor = to == all.size() ? "" : Integer.toString(to);
            pages.add(ProtocolMessage.of(Action.SYNC)
                    .with("channel", channel.name())
                    .with("channelSerial", syncId + ":" + cursor)
                    .with("timestamp", channel.now())
                    .with("presence", page));
            from = to;
        } while (from < all.size());
        return pages;
    }
}

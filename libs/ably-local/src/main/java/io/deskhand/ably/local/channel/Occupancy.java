package io.deskhand.ably.local.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.Mode;
import java.util.Collection;

/** The occupancy metrics of a channel. */
public record Occupancy(
        int connections,
        int publishers,
        int subscribers,
        int presenceConnections,
        int presenceMembers,
        int presenceSubscribers) {

    static Occupancy of(Collection<Attachment> attachments, int members) {
        return new Occupancy(
                attachments.size(),
                count(attachments, Mode.PUBLISH),
                count(attachments, Mode.SUBSCRIBE),
                count(attachments, Mode.PRESENCE),
                members,
                count(attachments, Mode.PRESENCE_SUBSCRIBE));
    }

    private static int count(Collection<Attachment> attachments, Mode mode) {
        int count = 0;
        for (Attachment attachment : attachments) {
            count += attachment.has(mode) ? 1 : 0;
        }
        return count;
    }

    public ObjectNode toNode() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("connections", connections);
        node.put("publishers", publishers);
        node.put("subscribers", subscribers);
        node.put("presenceConnections", presenceConnections);
        node.put("presenceMembers", presenceMembers);
        node.put("presenceSubscribers", presenceSubscribers);
        return node;
    }

    /** All metrics, or only the one named {@code metrics.<name>}. */
    ObjectNode metrics(String wanted) {
        ObjectNode all = toNode();
        if (wanted.startsWith("metrics.")) {
            all.retain(wanted.substring("metrics.".length()));
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("metrics", all);
        return node;
    }
}

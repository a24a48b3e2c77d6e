package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.wire.ProtocolMessage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Those who are attached to a channel, and what is kept for those who come back. */
final class ChannelAttachments {
    private final Map<String, Attachment> attachments = new LinkedHashMap<>(2);
    private final Backlog backlog;

    ChannelAttachments(Backlog backlog) {
        this.backlog = backlog;
    }

    Collection<Attachment> attachments() {
        return attachments.values();
    }

    @Nullable Attachment find(String connectionId) {
        return attachments.get(connectionId);
    }

    void join(Attachment attachment, String connectionId) {
        attachments.put(connectionId, attachment);
    }

    boolean leave(String connectionId) {
        return attachments.remove(connectionId) != null;
    }

    /** Tells everybody, and keeps it for those who are away. */
    void tell(ChannelEvent event) {
        backlog.add(event.inFull());
        tellOnce(event);
    }

    /** Tells those who are there; nobody hears of it later. */
    void tellOnce(ChannelEvent event) {
        // A delivery may end an attachment, so not over the map itself.
        for (Attachment attachment : attachments.values().toArray(Attachment[]::new)) {
            attachment.offer(event);
        }
        ProtocolMessage delta = event.delta();
        event.frame().forgetEncodings();
        if (delta != null) {
            delta.forgetEncodings();
        }
    }
}

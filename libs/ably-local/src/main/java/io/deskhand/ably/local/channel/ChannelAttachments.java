package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.wire.ProtocolMessage;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attachments of a channel, and the backlog for those that resume. */
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

    /** Delivers an event and adds it to the backlog. */
    void tell(ChannelEvent event) {
        backlog.add(event.inFull());
        tellOnce(event);
    }

    /** Delivers an event without adding it to the backlog. */
    void tellOnce(ChannelEvent event) {
        // A delivery may end an attachment, so this iterates over a copy.
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

package io.deskhand.ably.local.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskhand.ably.local.sources.Timers;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Message;
import io.deskhand.ably.local.wire.MessageAction;
import io.deskhand.ably.local.wire.Payload;
import io.deskhand.ably.local.wire.ProtocolMessage;
import io.deskhand.ably.local.wire.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sends occupancy to the attachments that subscribe to it: on attach, then debounced after each change. */
final class OccupancyEvents {
    private static final Duration DEBOUNCE = Duration.ofMillis(100);
    private static final String NAME = "[meta]occupancy";

    private final Channel channel;
    private final Timers timers;
    private Timers.@Nullable Pending pending;
    private @Nullable Occupancy told;

    OccupancyEvents(Channel channel, Timers timers) {
        this.channel = channel;
        this.timers = timers;
    }

    void changed() {
        if (pending == null && channel.attachments().stream().anyMatch(a -> a.occupancy() != null)) {
            pending = timers.after(DEBOUNCE, this::tellAll);
        }
    }

    private void tellAll() {
        pending = null;
        Occupancy now = channel.occupancy();
        if (Objects.equals(now, told)) {
            return;
        }
        told = now;
        ChannelPosition at = channel.nextPosition();
        for (Attachment attachment : new ArrayList<>(channel.attachments())) {
            tell(attachment, now, at);
        }
    }

    void tellFirst(Attachment attachment) {
        if (attachment.occupancy() != null) {
            tell(attachment, channel.occupancy(), channel.nextPosition());
        }
    }

    private void tell(Attachment attachment, Occupancy occupancy, ChannelPosition at) {
        String wanted = attachment.occupancy();
        if (wanted == null) {
            return;
        }
        String serial = at.serial(0);
        Message message = new Message(
                at.position(),
                MessageAction.META,
                NAME,
                Payload.json(occupancy.metrics(wanted)),
                null,
                null,
                at.time(),
                null,
                serial,
                Version.created(serial, at.time()),
                null);
        attachment.send(ProtocolMessage.of(Action.MESSAGE)
                .with("channel", channel.name())
                .with("id", at.position())
                .with("timestamp", at.time())
                .with("channelSerial", at.position())
                .with("messages", JsonNodeFactory.instance.arrayNode().add(message.toNode())));
    }
}

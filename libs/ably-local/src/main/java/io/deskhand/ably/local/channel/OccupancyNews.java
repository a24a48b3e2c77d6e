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

/** Tells attachments that follow occupancy how it stands: at once when they come, then shortly after it changes. */
final class OccupancyNews {
    private static final Duration DEBOUNCE = Duration.ofMillis(100);
    private static final String NAME = "[meta]occupancy";

    private final Channel channel;
    private final Timers timers;
    private Timers.@Nullable Pending pending;
    private @Nullable Occupancy told;

    OccupancyNews(Channel channel, Timers timers) {
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
        String position = channel.nextPosition();
        for (Attachment attachment : new ArrayList<>(channel.attachments())) {
            tell(attachment, now, position);
        }
    }

    void tellFirst(Attachment attachment) {
        if (attachment.occupancy() != null) {
            tell(attachment, channel.occupancy(), channel.nextPosition());
        }
    }

    private void tell(Attachment attachment, Occupancy occupancy, String position) {
        String wanted = attachment.occupancy();
        if (wanted == null) {
            return;
        }
        String serial = Serials.indexed(position, 0);
        long time = channel.positionTime();
        Message message = new Message(
                position,
                MessageAction.META,
                NAME,
                Payload.json(occupancy.metrics(wanted)),
                null,
                null,
                time,
                null,
                serial,
                Version.created(serial, time),
                null);
        attachment.send(ProtocolMessage.of(Action.MESSAGE)
                .with("channel", channel.name())
                .with("id", position)
                .with("timestamp", time)
                .with("channelSerial", position)
                .with("messages", JsonNodeFactory.instance.arrayNode().add(message.toNode())));
    }
}

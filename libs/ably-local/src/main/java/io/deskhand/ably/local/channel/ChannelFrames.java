package io.deskhand.ably.local.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Annotation;
import io.deskhand.ably.local.wire.Message;
import io.deskhand.ably.local.wire.PresenceMessage;
import io.deskhand.ably.local.wire.ProtocolMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the MESSAGE, PRESENCE and ANNOTATION frames of one channel. */
record ChannelFrames(String channel) {

    ProtocolMessage messages(String id, ChannelPosition at, @Nullable String connectionId, List<Message> messages) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode(messages.size());
        messages.forEach(message -> list.add(message.toNode()));
        return frame(Action.MESSAGE, id, at, connectionId).with("messages", list);
    }

    ProtocolMessage presence(
            String id, ChannelPosition at, @Nullable String connectionId, List<PresenceMessage> events) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode(events.size());
        events.forEach(event -> list.add(event.toNode()));
        return frame(Action.PRESENCE, id, at, connectionId).with("presence", list);
    }

    ProtocolMessage annotation(ChannelPosition at, Annotation annotation) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode().add(annotation.toNode());
        return frame(Action.ANNOTATION, annotation.id(), at, annotation.connectionId())
                .with("annotations", list);
    }

    private ProtocolMessage frame(int action, String id, ChannelPosition at, @Nullable String connectionId) {
        return ProtocolMessage.of(action)
                .with("channel", channel)
                .with("id", id)
                .with("connectionId", connectionId)
                .with("timestamp", at.time())
                .with("channelSerial", at.position());
    }
}

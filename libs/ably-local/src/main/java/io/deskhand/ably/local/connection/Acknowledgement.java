package io.deskhand.ably.local.connection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskhand.ably.local.wire.AblyError;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.ProtocolMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds ACK and NACK frames: each for exactly one frame, always with its msgSerial, even when that is 0. */
final class Acknowledgement {

    private Acknowledgement() {}

    static ProtocolMessage ack(long msgSerial, List<? extends @Nullable String> serials) {
        ArrayNode res = JsonNodeFactory.instance.arrayNode();
        ArrayNode list = res.addObject().putArray("serials");
        serials.forEach(list::add);
        return ProtocolMessage.of(Action.ACK)
                .with("msgSerial", msgSerial)
                .with("count", 1)
                .with("res", res);
    }

    static ProtocolMessage nack(long msgSerial, AblyError error) {
        return ProtocolMessage.of(Action.NACK)
                .with("msgSerial", msgSerial)
                .with("count", 1)
                .with("error", error.toNode());
    }
}

package io.deskhand.ably.local.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.channel.AnnotationOperations;
import io.deskhand.ably.local.channel.App;
import io.deskhand.ably.local.channel.AttachOperation;
import io.deskhand.ably.local.channel.Attachment;
import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.channel.ChannelName;
import io.deskhand.ably.local.channel.Presence;
import io.deskhand.ably.local.faults.FaultPlan;
import io.deskhand.ably.local.sources.RandomIds;
import io.deskhand.ably.local.wire.AblyError;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import io.deskhand.ably.local.wire.Mode;
import io.deskhand.ably.local.wire.ProtocolMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Processes the frames of clients. */
final class FrameHandler {
    private final Connections connections;
    private final ConnectionOpener opener;
    private final RandomIds ids;
    private final FaultPlan faults;

    FrameHandler(Connections connections, ConnectionOpener opener, RandomIds ids, FaultPlan faults) {
        this.connections = connections;
        this.opener = opener;
        this.ids = ids;
        this.faults = faults;
    }

    /**
     * Processes one frame. Errors of a channel or a publish are answered with ERROR or NACK.
     *
     * @throws AblyException when the error ends the connection
     */
    void receive(Connection connection, JsonNode frame) {
        if (!frame.isObject()) {
            throw Errors.badRequest("unable to read frame; it must be an object");
        }
        connection.rateLimiter().frame();
        switch (Fields.integer(frame, "action", -1)) {
            case Action.HEARTBEAT ->
                connection.send(ProtocolMessage.of(Action.HEARTBEAT).with("id", Fields.text(frame, "id")));
            case Action.DISCONNECT -> connections.disconnect(connection, new AblyError(80003, 400, "disconnected"));
            case Action.CLOSE -> close(connection);
            case Action.ATTACH -> onChannel(connection, frame, this::attach);
            case Action.DETACH -> onChannel(connection, frame, this::detach);
            case Action.SYNC -> onChannel(connection, frame, this::sync);
            case Action.MESSAGE -> acknowledged(connection, frame, this::publish);
            case Action.PRESENCE -> acknowledged(connection, frame, this::presence);
            case Action.ANNOTATION -> acknowledged(connection, frame, this::annotate);
            case Action.AUTH -> authenticate(connection, frame);
            default -> {
                // Unknown actions of later protocol versions are ignored, as Ably does.
            }
        }
    }

    private void close(Connection connection) {
        Transport transport = connection.transport();
        connection.send(ProtocolMessage.of(Action.CLOSED));
        connections.forget(connection);
        if (transport != null) {
            transport.close();
        }
    }

    private void authenticate(Connection connection, JsonNode frame) {
        ObjectNode auth = Fields.object(frame, "auth");
        String token = auth == null ? null : Fields.text(auth, "accessToken");
        if (token == null) {
            throw Errors.invalidCredentials("unable to authorise; no token");
        }
        opener.reauthenticate(connection, token);
    }

    private interface ChannelFrame {
        void run(Connection connection, JsonNode frame, ChannelName name);
    }

    private static void onChannel(Connection connection, JsonNode frame, ChannelFrame operation) {
        String raw = Fields.text(frame, "channel");
        String name = raw == null ? "" : raw;
        try {
            operation.run(connection, frame, ChannelName.parse(name));
        } catch (AblyException e) {
            connection.send(ProtocolMessage.error(Action.ERROR, e.error(), name));
        }
    }

    private void attach(Connection connection, JsonNode frame, ChannelName name) {
        App app = connection.app();
        boolean attached = connection.attachment(name.name()) != null;
        if (!attached && connection.attachments().size() >= app.limits().maxChannelsPerConnection()) {
            throw Errors.of(90010, 400, "unable to attach; too many channels on this connection");
        }
        Map<String, String> params = new LinkedHashMap<>(name.params());
        ObjectNode given = Fields.object(frame, "params");
        if (given != null) {
            given.properties()
                    .forEach(
                            param -> params.put(param.getKey(), param.getValue().asText()));
        }
        AttachOperation.Request request = new AttachOperation.Request(
                Fields.integer(frame, "flags", 0), params, Fields.text(frame, "channelSerial"));
        connection.attached(AttachOperation.attach(
                app.channel(name.name()),
                connection,
                request,
                connection.credentials().capability(),
                ids));
    }

    private void detach(Connection connection, JsonNode frame, ChannelName name) {
        Attachment attachment = connection.attachment(name.name());
        if (attachment != null) {
            connection.detach(attachment.channel());
        }
        connection.send(ProtocolMessage.of(Action.DETACHED).with("channel", name.name()));
    }

    private void sync(Connection connection, JsonNode frame, ChannelName name) {
        Attachment attachment = connection.attachment(name.name());
        if (attachment != null && attachment.has(Mode.PRESENCE_SUBSCRIBE)) {
            new Presence(attachment.channel()).sync(ids.next(12)).forEach(connection::send);
        }
    }

    private interface Operation {
        List<@Nullable String> run(Connection connection, JsonNode frame, Channel channel, String frameId);
    }

    private static void acknowledged(Connection connection, JsonNode frame, Operation operation) {
        connection.rateLimiter().attempt(1);
        Long msgSerial = Fields.integer(frame, "msgSerial");
        long serial = msgSerial == null ? 0 : msgSerial;
        if (connection.isRepetition(serial)) {
            ProtocolMessage before = connection.outcome(serial);
            connection.send(before == null ? Acknowledgement.ack(serial, List.of()) : before);
            return;
        }
        ProtocolMessage outcome;
        try {
            String raw = Fields.text(frame, "channel");
            Channel channel = connection
                    .app()
                    .channel(ChannelName.parse(raw == null ? "" : raw).name());
            List<@Nullable String> serials = operation.run(connection, frame, channel, connection.id() + ":" + serial);
            outcome = Acknowledgement.ack(serial, serials);
        } catch (AblyException e) {
            outcome = Acknowledgement.nack(serial, e.error());
        }
        connection.processed(serial, outcome);
        connection.send(outcome);
    }

    private List<@Nullable String> publish(Connection connection, JsonNode frame, Channel channel, String frameId) {
        Attachment attachment = connection.attachment(channel.name());
        if (attachment != null && !attachment.has(Mode.PUBLISH)) {
            connection.sender().require(channel.name(), "publish", "publish");
            throw Errors.of(40165, 401, "unable to publish; the channel is attached without publish mode");
        }
        return MessageFrames.publish(connection, frame, channel, frameId);
    }

    private List<@Nullable String> presence(Connection connection, JsonNode frame, Channel channel, String frameId) {
        PresenceFrames.receive(connection, frame, channel, frameId, faults);
        return List.of();
    }

    private List<@Nullable String> annotate(Connection connection, JsonNode frame, Channel channel, String frameId) {
        JsonNode annotations = Fields.any(frame, "annotations");
        if (annotations == null || !annotations.isArray()) {
            throw Errors.invalidBody("unable to annotate; no annotations");
        }
        Attachment attachment = connection.attachment(channel.name());
        connection.sender().require(channel.name(), "annotation-publish", "annotate");
        if (attachment != null && !attachment.has(Mode.ANNOTATION_PUBLISH)) {
            throw Errors.of(40165, 401, "unable to annotate; the channel is attached without annotation_publish mode");
        }
        return List.copyOf(
                AnnotationOperations.apply(connection.app(), channel, annotations, null, connection.sender(), frameId));
    }
}

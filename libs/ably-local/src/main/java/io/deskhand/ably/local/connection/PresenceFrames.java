package io.deskhand.ably.local.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.auth.ClientIdentity;
import io.deskhand.ably.local.channel.Attachment;
import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.channel.MessageDraft;
import io.deskhand.ably.local.channel.Presence;
import io.deskhand.ably.local.faults.FaultPlan;
import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import io.deskhand.ably.local.wire.Mode;
import io.deskhand.ably.local.wire.Payload;
import io.deskhand.ably.local.wire.PresenceAction;
import io.deskhand.ably.local.wire.PresenceMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Processes PRESENCE frames. */
final class PresenceFrames {

    private PresenceFrames() {}

    /**
     * Applies the entries of a frame.
     *
     * @throws AblyException when any entry is refused; then nothing of the frame happens
     */
    static void receive(Connection connection, JsonNode frame, Channel channel, String frameId, FaultPlan faults) {
        JsonNode presence = Fields.any(frame, "presence");
        if (presence == null || !presence.isArray() || presence.isEmpty()) {
            throw Errors.invalidBody("unable to update presence; no entries");
        }
        connection.sender().require(channel.name(), "presence", "update presence");
        Attachment attachment = connection.attachment(channel.name());
        if (attachment == null) {
            throw Errors.of(90001, 400, "unable to update presence; the channel is not attached");
        }
        if (!attachment.has(Mode.PRESENCE)) {
            throw Errors.of(40165, 401, "unable to update presence; the channel is attached without presence mode");
        }
        List<PresenceMessage> entries = new ArrayList<>(presence.size());
        for (JsonNode entry : presence) {
            entries.add(read(connection, entry, channel, frameId, entries.size()));
        }
        checkLimits(channel, entries, connection.app().limits());
        connection.presentIn(channel);
        if (!faults.holds(() -> new Presence(channel).receive(entries, frameId, connection.id()))) {
            new Presence(channel).receive(entries, frameId, connection.id());
        }
    }

    private static PresenceMessage read(
            Connection connection, JsonNode entry, Channel channel, String frameId, int index) {
        if (!entry.isObject()) {
            throw Errors.invalidBody("unable to update presence; an entry must be an object");
        }
        PresenceAction action = PresenceAction.of(Fields.integer(entry, "action", -1));
        if (action == PresenceAction.ABSENT) {
            throw Errors.badRequest("unable to update presence; absent is no action of a client");
        }
        String given = Fields.text(entry, "id");
        // An SDK that re-enters sends an id of its earlier connection, which would not sort with the new ones.
        boolean own = given != null && given.startsWith(connection.id() + ":");
        return new PresenceMessage(
                own && given != null ? given : frameId + ":" + index,
                action,
                clientId(connection.identity(), entry),
                connection.id(),
                Payload.of(entry),
                channel.now(),
                MessageDraft.extras(Fields.object(entry, "extras"), connection.sender(), channel.name()));
    }

    private static String clientId(ClientIdentity identity, JsonNode entry) {
        String named = Fields.text(entry, "clientId");
        if (named != null && (named.isEmpty() || named.equals("*"))) {
            throw Errors.invalidClientId("unable to update presence; invalid clientId '" + named + "'");
        }
        if (named == null && identity.clientId() == null || named != null && identity.announced() == null) {
            throw Errors.of(91000, 400, "unable to update presence; no clientId");
        }
        String clientId = identity.stamp(named);
        if (clientId == null) {
            throw Errors.of(91000, 400, "unable to update presence; no clientId");
        }
        return clientId;
    }

    private static void checkLimits(Channel channel, List<PresenceMessage> entries, AblyLimits limits) {
        Set<String> newcomers = entries.stream()
                .filter(e -> e.action() != PresenceAction.LEAVE)
                .map(PresenceMessage::memberKey)
                .filter(key -> channel.members().find(key) == null)
                .collect(Collectors.toSet());
        if (channel.members().count() + newcomers.size() > limits.maxPresenceMembers()) {
            throw Errors.of(91003, 400, "unable to enter presence; too many members in the channel");
        }
        long size = entries.stream().mapToLong(e -> e.payload().size()).sum();
        if (size > limits.maxMessageSize()) {
            throw Errors.of(91006, 400, "unable to update presence; data too large");
        }
    }
}

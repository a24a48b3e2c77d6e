package io.deskhand.ably.local.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import io.deskhand.ably.local.wire.Message;
import io.deskhand.ably.local.wire.MessageAction;
import io.deskhand.ably.local.wire.Payload;
import io.deskhand.ably.local.wire.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to publish, validated but without a serial.
 *
 * @param id idempotency key that the client gave
 */
public record MessageDraft(
        @Nullable String id,
        @Nullable String name,
        Payload payload,
        @Nullable String clientId,
        @Nullable ObjectNode extras) {
    private static final String USER_CLAIM = "userClaim";

    /**
     * The messages of one publish, from an array or a single object.
     *
     * @throws AblyException 40009, 40012, 40013, 40031 or 40034; then nothing is published
     */
    public static List<MessageDraft> readAll(JsonNode body, Sender sender, String channel, AblyLimits limits) {
        JsonNode list = body.isObject() ? JsonNodeFactory.instance.arrayNode().add(body) : body;
        if (!list.isArray() || list.isEmpty()) {
            throw Errors.invalidBody("unable to publish; no messages");
        }
        if (list.size() > limits.maxMessagesPerPublish()) {
            throw Errors.of(40034, 400, "unable to publish; too many messages at once");
        }
        List<MessageDraft> drafts = new ArrayList<>(list.size());
        long size = 0;
        for (JsonNode entry : list) {
            MessageDraft draft = read(entry, sender, channel);
            size += draft.size();
            drafts.add(draft);
        }
        checkSize(size, limits);
        checkIds(drafts);
        checkEphemeral(drafts);
        return drafts;
    }

    /**
     * Checks the size of a publish.
     *
     * @throws AblyException 40009 when a publish is too large
     */
    public static void checkSize(long size, AblyLimits limits) {
        if (size > limits.maxMessageSize()) {
            throw Errors.tooLarge("unable to publish; message size " + size + " exceeds " + limits.maxMessageSize());
        }
    }

    private static MessageDraft read(JsonNode entry, Sender sender, String channel) {
        if (!entry.isObject()) {
            throw Errors.invalidBody("unable to publish; a message must be an object");
        }
        return new MessageDraft(
                Fields.text(entry, "id"),
                name(entry),
                Payload.of(entry),
                sender.identity().stamp(Fields.text(entry, "clientId")),
                extras(Fields.object(entry, "extras"), sender, channel));
    }

    private static @Nullable String name(JsonNode entry) {
        JsonNode name = Fields.any(entry, "name");
        if (name != null && !name.isTextual()) {
            throw Errors.of(40016, 400, "unable to publish; name must be a string");
        }
        return name == null ? null : name.textValue();
    }

    /** The client's extras with the user claim of its token; a user claim from the client is removed. */
    public static @Nullable ObjectNode extras(@Nullable ObjectNode given, Sender sender, String channel) {
        String claim = sender.credentials().userClaim(channel);
        boolean forged = given != null && given.has(USER_CLAIM);
        if (claim == null && !forged) {
            return given;
        }
        ObjectNode extras = given == null ? JsonNodeFactory.instance.objectNode() : given.deepCopy();
        extras.remove(USER_CLAIM);
        Fields.put(extras, USER_CLAIM, claim);
        return extras;
    }

    private static void checkIds(List<MessageDraft> drafts) {
        String first = drafts.getFirst().id;
        boolean single = drafts.size() == 1;
        String base = first == null ? null : baseOf(first);
        for (int i = 0; i < drafts.size(); i++) {
            String id = drafts.get(i).id;
            boolean right = base == null ? id == null : single || id != null && id.equals(base + ":" + i);
            if (!right) {
                throw Errors.of(40031, 400, "unable to publish; ids of a batch must be <base>:<index>");
            }
        }
    }

    private static void checkEphemeral(List<MessageDraft> drafts) {
        boolean first = drafts.getFirst().isEphemeral();
        if (drafts.stream().anyMatch(d -> d.isEphemeral() != first)) {
            throw Errors.badRequest("unable to publish; ephemeral and lasting messages do not mix in one publish");
        }
    }

    /** The part of a message id that all messages of its publish share. */
    static String baseOf(String id) {
        int colon = id.lastIndexOf(':');
        return colon <= 0 ? id : id.substring(0, colon);
    }

    public boolean isEphemeral() {
        JsonNode flag = extras == null ? null : extras.get("ephemeral");
        return flag != null && (flag.asBoolean() || "true".equals(flag.asText()));
    }

    public MessageDraft asEphemeral() {
        ObjectNode marked = extras == null ? JsonNodeFactory.instance.objectNode() : extras.deepCopy();
        return new MessageDraft(id, name, payload, clientId, marked.put("ephemeral", true));
    }

    Message toMessage(String messageId, String serial, long time, @Nullable String connectionId) {
        return new Message(
                id == null ? messageId : id,
                MessageAction.CREATE,
                name,
                payload,
                clientId,
                connectionId,
                time,
                extras,
                serial,
                Version.created(serial, time),
                null);
    }

    /** Size in bytes of a publish, as the limits count it. */
    public static long sizeOf(List<MessageDraft> drafts) {
        return drafts.stream().mapToLong(MessageDraft::size).sum();
    }

    public int size() {
        return Message.sizeOf(name, clientId, extras, payload);
    }
}

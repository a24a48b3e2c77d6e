package io.deskhand.ably.local.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.summary.Summary;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Annotation;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import io.deskhand.ably.local.wire.Payload;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Validates and applies annotations, from frames and from requests. */
public final class AnnotationOperations {

    private AnnotationOperations() {}

    /**
     * Validates all annotations, then applies them.
     *
     * @param entries an array of annotations or a single one
     * @param onMessage the serial of the message when the path names it; otherwise each annotation names one
     * @return the serials of the annotations
     * @throws AblyException 40000, 40003, 40012, 40160, 40161 or 40400; then none is applied
     */
    public static List<String> apply(
            App app, Channel channel, JsonNode entries, @Nullable String onMessage, Sender sender, String idBase) {
        sender.require(channel.name(), "annotation-publish", "annotate");
        if (!app.isMutable(channel.name())) {
            throw Errors.of(93002, 400, "unable to annotate; the channel's namespace has no mutable messages");
        }
        List<JsonNode> list = new ArrayList<>();
        if (entries.isArray()) {
            entries.forEach(list::add);
        } else {
            list.add(entries);
        }
        if (list.isEmpty() || list.size() > app.limits().maxMessagesPerPublish()) {
            throw Errors.invalidBody("unable to annotate; none or too many annotations");
        }
        List<Annotation> annotations = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            annotations.add(read(channel, list.get(i), onMessage, sender, idBase + ":" + i));
        }
        MessageDraft.checkSize(
                annotations.stream().mapToLong(AnnotationOperations::size).sum(), app.limits());
        List<StoredMessage> targets = new ArrayList<>();
        for (Annotation annotation : annotations) {
            Summary.check(annotation);
            StoredMessage target = channel.history().find(annotation.messageSerial());
            if (target == null) {
                throw Errors.notFound("unable to annotate; no message '" + annotation.messageSerial() + "'");
            }
            targets.add(target);
        }
        for (int i = 0; i < targets.size(); i++) {
            channel.annotate(targets.get(i), annotations.get(i));
        }
        return annotations.stream().map(Annotation::serial).toList();
    }

    private static Annotation read(
            Channel channel, JsonNode entry, @Nullable String onMessage, Sender sender, String id) {
        if (!entry.isObject()) {
            throw Errors.invalidBody("unable to annotate; an annotation must be an object");
        }
        String type = Fields.text(entry, "type");
        String serial = onMessage == null ? Fields.text(entry, "messageSerial") : onMessage;
        if (type == null || serial == null) {
            throw Errors.badRequest("unable to annotate; type and messageSerial are needed");
        }
        int action = Fields.integer(entry, "action", 0);
        if (action != 0 && action != 1) {
            throw Errors.badRequest("unable to annotate; action must be 0 or 1");
        }
        boolean counted = Fields.any(entry, "count") != null;
        String givenId = Fields.text(entry, "id");
        return new Annotation(
                givenId == null ? id : givenId,
                action == 1,
                serial,
                type,
                Fields.text(entry, "name"),
                counted ? Fields.integer(entry, "count", 1) : null,
                Payload.of(entry),
                sender.identity().stamp(Fields.text(entry, "clientId")),
                sender.connectionId(),
                channel.now(),
                channel.annotationSerial(),
                MessageDraft.extras(Fields.object(entry, "extras"), sender, channel.name()));
    }

    private static long size(Annotation annotation) {
        long name = annotation.name() == null ? 0 : Payload.utf8Length(annotation.name());
        return name + annotation.payload().size() + Payload.utf8Length(annotation.type());
    }
}

package io.deskhand.ably.local.summary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Annotation;
import io.deskhand.ably.local.wire.Errors;
import java.util.LinkedHashMap;
import java.util.Map;

/** The summary of the annotations of one message, by type. */
public final class Summary {
    private final Map<String, AnnotationTally> tallies = new LinkedHashMap<>();

    /**
     * Validates an annotation.
     *
     * @throws AblyException 40000 for an unknown aggregation method, 40003 for an invalid name or count, 40161 when a clientId
     *     is needed
     */
    public static void check(Annotation annotation) {
        AnnotationTally tally = AnnotationTally.forType(annotation.type());
        if (tally.needsClient() && annotation.clientId() == null) {
            throw Errors.of(40161, 401, "unable to annotate; this type needs a clientId");
        }
        boolean nameNeeded = tally.needsName() && !(annotation.delete() && !tally.deleteNeedsName());
        if (nameNeeded && (annotation.name() == null || annotation.name().isEmpty())) {
            throw Errors.invalidParameter("unable to annotate; this type needs a name");
        }
        Integer count = annotation.count();
        if (count != null && (count < 1 || !(tally instanceof MultipleTally))) {
            throw Errors.invalidParameter("unable to annotate; count must be at least 1 and of a multiple type");
        }
    }

    public void apply(Annotation annotation) {
        AnnotationTally tally = tallies.computeIfAbsent(annotation.type(), AnnotationTally::forType);
        if (annotation.delete()) {
            tally.remove(annotation);
        } else {
            tally.add(annotation);
        }
    }

    /** The summary as JSON. An emptied type stays, so that subscribers see the removal. */
    public ObjectNode toNode() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        tallies.forEach((type, tally) -> node.set(type, tally.toNode()));
        return node;
    }

    /** The summary as JSON with the annotations of one client only; totals count all clients. */
    public ObjectNode toNode(String clientId) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        tallies.forEach((type, tally) -> node.set(type, tally.toNode(clientId)));
        return node;
    }
}

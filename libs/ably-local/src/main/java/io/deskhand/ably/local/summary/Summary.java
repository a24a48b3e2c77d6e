package io.deskhand.ably.local.summary;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Annotation;
import io.deskhand.ably.local.wire.Errors;
import java.util.LinkedHashMap;
import java.util.Map;

/** The annotations of one message summed up, by their type. */
public final class Summary {
    private final Map<String, AnnotationTally> tallies = new LinkedHashMap<>();

    /**
     * Checks an annotation before it is ordered.
     *
     * @throws AblyException 40000 for a type without a known method, 40003 for a bad name or count, 40161 when its method counts
     *     clients and it has none
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

    /** All types with their tallies; an emptied type stays, empty, so that observers see the removal. */
    public ObjectNode toNode() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        tallies.forEach((type, tally) -> node.set(type, tally.toNode()));
        return node;
    }

    /** The same, limited to what one client said; totals stay those of all. */
    public ObjectNode toNode(String clientId) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        tallies.forEach((type, tally) -> node.set(type, tally.toNode(clientId)));
        return node;
    }
}

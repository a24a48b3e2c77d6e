package io.deskhand.ably.local.summary;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Annotation;
import io.deskhand.ably.local.wire.Errors;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The summary of the annotations of one type. The type's name contains the aggregation method. */
abstract sealed class AnnotationTally permits TotalTally, FlagTally, NamedTally, MultipleTally {

    /**
     * An empty summary for an annotation type.
     *
     * @throws AblyException 40000 when the aggregation method is unknown
     */
    static AnnotationTally forType(String type) {
        return switch (type.substring(type.indexOf(':') + 1)) {
            case "total.v1" -> new TotalTally();
            case "flag.v1" -> new FlagTally();
            case "distinct.v1" -> new NamedTally(false);
            case "unique.v1" -> new NamedTally(true);
            case "multiple.v1" -> new MultipleTally();
            default -> throw Errors.badRequest("unable to annotate; type must be <name>:<method>.v1");
        };
    }

    abstract void add(Annotation annotation);

    abstract void remove(Annotation annotation);

    abstract ObjectNode toNode();

    abstract ObjectNode toNode(String clientId);

    boolean needsClient() {
        return true;
    }

    boolean needsName() {
        return true;
    }

    boolean deleteNeedsName() {
        return true;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String client(Annotation annotation) {
        String clientId = annotation.clientId();
        return clientId == null ? "" : clientId;
    }

    static String name(Annotation annotation) {
        String name = annotation.name();
        return name == null ? "" : name;
    }

    static ObjectNode clients(Set<String> clients, @Nullable String only) {
        ObjectNode node = object().put("total", clients.size());
        ArrayNode ids = node.putArray("clientIds");
        clients.stream().filter(c -> only == null || c.equals(only)).forEach(ids::add);
        return node.put("clipped", false);
    }
}

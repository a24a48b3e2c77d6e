package io.deskhand.ably.local.summary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.Annotation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code multiple}: a client may add a name any number of times. */
final class MultipleTally extends AnnotationTally {
    private static final class Counts {
        private final Map<String, Integer> byClient = new LinkedHashMap<>();
        private int unidentified;

        int total() {
            return unidentified
                    + byClient.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private final Map<String, Counts> countsByName = new LinkedHashMap<>();

    @Override
    void add(Annotation annotation) {
        Counts counts = countsByName.computeIfAbsent(name(annotation), n -> new Counts());
        Integer given = annotation.count();
        int count = given == null ? 1 : given;
        String client = annotation.clientId();
        if (client == null) {
            counts.unidentified += count;
        } else {
            counts.byClient.merge(client, count, Integer::sum);
        }
    }

    @Override
    void remove(Annotation annotation) {
        Counts counts = countsByName.get(name(annotation));
        String client = annotation.clientId();
        if (counts != null && client != null) {
            counts.byClient.remove(client);
        } else if (counts != null) {
            counts.unidentified = 0;
        }
        countsByName.values().removeIf(c -> c.total() == 0);
    }

    @Override
    ObjectNode toNode() {
        ObjectNode node = object();
        countsByName.forEach((name, counts) -> node.set(name, toNode(counts, null)));
        return node;
    }

    @Override
    ObjectNode toNode(String clientId) {
        ObjectNode node = object();
        countsByName.forEach((name, counts) -> {
            if (counts.byClient.containsKey(clientId)) {
                node.set(name, toNode(counts, clientId));
            }
        });
        return node;
    }

    private static ObjectNode toNode(Counts counts, @Nullable String only) {
        ObjectNode node = object().put("total", counts.total());
        ObjectNode ids = node.putObject("clientIds");
        counts.byClient.forEach((client, count) -> {
            if (only == null || only.equals(client)) {
                ids.put(client, count);
            }
        });
        node.put("totalUnidentified", counts.unidentified);
        node.put("totalClientIds", counts.byClient.size());
        return node.put("clipped", false);
    }

    @Override
    boolean needsClient() {
        return false;
    }
}

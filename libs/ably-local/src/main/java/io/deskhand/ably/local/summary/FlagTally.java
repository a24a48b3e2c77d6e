package io.deskhand.ably.local.summary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.Annotation;
import java.util.LinkedHashSet;
import java.util.Set;

/** {@code flag}: each client counts once. */
final class FlagTally extends AnnotationTally {
    private final Set<String> clients = new LinkedHashSet<>();

    @Override
    void add(Annotation annotation) {
        clients.add(client(annotation));
    }

    @Override
    void remove(Annotation annotation) {
        clients.remove(client(annotation));
    }

    @Override
    ObjectNode toNode() {
        return clients(clients, null);
    }

    @Override
    ObjectNode toNode(String clientId) {
        return clients(clients, clientId);
    }

    @Override
    boolean needsName() {
        return false;
    }
}

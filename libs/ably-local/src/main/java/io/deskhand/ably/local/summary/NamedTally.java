package io.deskhand.ably.local.summary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.Annotation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** {@code distinct}: once per client and name; {@code unique}: a client has one name only, the newest. */
final class NamedTally extends AnnotationTally {
    private final Map<String, Set<String>> clientsByName = new LinkedHashMap<>();
    private final boolean exclusive;

    NamedTally(boolean exclusive) {
        this.exclusive = exclusive;
    }

    @Override
    void add(Annotation annotation) {
        Set<String> holders = clientsByName.get(name(annotation));
        if (holders != null && holders.contains(client(annotation))) {
            return;
        }
        if (exclusive) {
            forget(client(annotation));
        }
        clientsByName
                .computeIfAbsent(name(annotation), n -> new LinkedHashSet<>())
                .add(client(annotation));
    }

    @Override
    void remove(Annotation annotation) {
        if (exclusive) {
            forget(client(annotation));
            return;
        }
        Set<String> holders = clientsByName.get(name(annotation));
        if (holders != null) {
            holders.remove(client(annotation));
        }
        clientsByName.values().removeIf(Set::isEmpty);
    }

    private void forget(String client) {
        clientsByName.values().forEach(holders -> holders.remove(client));
        clientsByName.values().removeIf(Set::isEmpty);
    }

    @Override
    ObjectNode toNode() {
        ObjectNode node = object();
        clientsByName.forEach((name, holders) -> node.set(name, clients(holders, null)));
        return node;
    }

    @Override
    ObjectNode toNode(String clientId) {
        ObjectNode node = object();
        clientsByName.forEach((name, holders) -> {
            if (holders.contains(clientId)) {
                node.set(name, clients(holders, clientId));
            }
        });
        return node;
    }

    @Override
    boolean deleteNeedsName() {
        return !exclusive;
    }
}

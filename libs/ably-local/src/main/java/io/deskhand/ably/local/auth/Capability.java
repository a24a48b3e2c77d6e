package io.deskhand.ably.local.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.JsonWire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The operations that a key or token may perform on each channel. Several matching resources add up. */
public final class Capability {
    private static final String ANY = "*";
    private static final Set<String> OPERATIONS = Set.of(
            ANY,
            "subscribe",
            "publish",
            "presence",
            "history",
            "stats",
            "channel-metadata",
            "push-admin",
            "push-subscribe",
            "object-subscribe",
            "object-publish",
            "annotation-subscribe",
            "annotation-publish",
            "message-update-own",
            "message-update-any",
            "message-delete-own",
            "message-delete-any",
            "privileged-headers");

    private record Rule(ResourcePattern pattern, Set<String> operations) {}

    private final SortedMap<String, SortedSet<String>> resources;
    private final List<Rule> rules = new ArrayList<>();

    private Capability(SortedMap<String, SortedSet<String>> resources) {
        this.resources = resources;
        resources.forEach((resource, ops) -> rules.add(new Rule(ResourcePattern.of(resource), ops)));
    }

    /** All operations on all normal channels: the capability of a key by default. */
    public static Capability all() {
        return new Capability(new TreeMap<>(Map.of(ANY, new TreeSet<>(Set.of(ANY)))));
    }

    /**
     * A capability from JSON text.
     *
     * @throws AblyException 40000 when it is not an object of lists of known operations
     */
    public static Capability parse(String json) {
        return ofObject(JsonWire.parse(json));
    }

    /**
     * A capability from JSON, or from a text that holds its JSON.
     *
     * @throws AblyException 40000 when it is not an object of lists of known operations
     */
    public static Capability of(JsonNode node) {
        return node.isTextual() ? parse(node.textValue()) : ofObject(node);
    }

    private static Capability ofObject(JsonNode node) {
        if (!node.isObject()) {
            throw Errors.badRequest("unable to read capability; it must be an object");
        }
        SortedMap<String, SortedSet<String>> resources = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!entry.getValue().isArray()) {
                throw Errors.badRequest("unable to read capability; operations must be a list");
            }
            SortedSet<String> operations = new TreeSet<>();
            for (JsonNode operation : entry.getValue()) {
                if (!operation.isTextual() || !OPERATIONS.contains(operation.textValue())) {
                    throw Errors.badRequest("unable to read capability; unknown operation " + operation);
                }
                operations.add(operation.textValue());
            }
            resources.put(entry.getKey(), operations);
        }
        return new Capability(resources);
    }

    /** The intersection: the narrower resource of each overlapping pair, with the operations in both. */
    public Capability intersect(Capability other) {
        SortedMap<String, SortedSet<String>> shared = new TreeMap<>();
        resources.forEach((mine, myOps) -> other.resources.forEach((theirs, theirOps) -> {
            ResourcePattern a = ResourcePattern.of(mine);
            ResourcePattern b = ResourcePattern.of(theirs);
            SortedSet<String> ops = intersect(myOps, theirOps);
            if (!ops.isEmpty() && (a.covers(b) || b.covers(a))) {
                shared.computeIfAbsent(a.covers(b) ? theirs : mine, r -> new TreeSet<>())
                        .addAll(ops);
            }
        }));
        shared.replaceAll((resource, ops) -> ops.contains(ANY) ? new TreeSet<>(Set.of(ANY)) : ops);
        return new Capability(shared);
    }

    private static SortedSet<String> intersect(SortedSet<String> a, SortedSet<String> b) {
        if (a.contains(ANY)) {
            return new TreeSet<>(b);
        }
        SortedSet<String> shared = new TreeSet<>(a);
        if (!b.contains(ANY)) {
            shared.retainAll(b);
        }
        return shared;
    }

    public boolean allows(String channel, String operation) {
        for (Rule rule : rules) {
            boolean named = rule.operations.contains(operation) || rule.operations.contains(ANY);
            if (named && rule.pattern.matches(channel)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Checks that an operation is allowed.
     *
     * @param purpose the attempted action, for the error message
     * @throws AblyException 40160/401 unless allowed
     */
    public void require(String channel, String operation, String purpose) {
        if (!allows(channel, operation)) {
            throw Errors.notPermitted(purpose);
        }
    }

    /** Whether any resource grants the operation, for requests without a channel, such as statistics. */
    public boolean allowsAnywhere(String operation) {
        return rules.stream().anyMatch(r -> r.operations.contains(operation) || r.operations.contains(ANY));
    }

    public boolean isEmpty() {
        return rules.stream().allMatch(r -> r.operations.isEmpty());
    }

    /** Canonical JSON text: resources and operations sorted, no spaces. */
    public String text() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        resources.forEach((resource, ops) -> {
            ArrayNode list = node.putArray(resource);
            ops.forEach(list::add);
        });
        return JsonWire.text(node);
    }
}

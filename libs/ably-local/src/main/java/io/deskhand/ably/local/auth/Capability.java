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

/** Which operations are allowed on which channels. Several matching resources add up. */
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

    /** Everything on every normal channel: what a key has unless it says otherwise. */
    public static Capability all() {
        return new Capability(new TreeMap<>(Map.of(ANY, new TreeSet<>(Set.of(ANY)))));
    }

    /**
     * Reads the JSON text that keys, token requests and JWTs carry.
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

    /** What both allow: the narrower resource of each overlapping pair, with the operations they share. */
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
     * @param purpose what is being tried, for the message of the refusal
     * @throws AblyException 40160/401 unless allowed
     */
    public void require(String channel, String operation, String purpose) {
        if (!allows(channel, operation)) {
            throw Errors.notPermitted(purpose);
        }
    }

    /** Whether some resource grants the operation: for what is not about one channel, such as statistics. */
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

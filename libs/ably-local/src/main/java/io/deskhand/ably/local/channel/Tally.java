package io.deskhand.ably.local.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Annotation;
import io.deskhand.ably.local.wire.Errors;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the annotations of one type are counted; the method in the type's name says which. */
abstract sealed class Tally {

    /**
     * @throws AblyException 40000 when the type names no known method
     */
    static Tally forType(String type) {
        return switch (type.substring(type.indexOf(':') + 1)) {
            case "total.v1" -> new Total();
            case "flag.v1" -> new Flagged();
            case "distinct.v1" -> new Named(false);
            case "unique.v1" -> new Named(true);
            case "multiple.v1" -> new Multiple();
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

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String client(Annotation annotation) {
        String clientId = annotation.clientId();
        return clientId == null ? "" : clientId;
    }

    private static String name(Annotation annotation) {
        String name = annotation.name();
        return name == null ? "" : name;
    }

    private static ObjectNode clients(Set<String> clients, @Nullable String only) {
        ObjectNode node = object().put("total", clients.size());
        ArrayNode ids = node.putArray("clientIds");
        clients.stream().filter(c -> only == null || c.equals(only)).forEach(ids::add);
        return node.put("clipped", false);
    }

    /** Every annotation counts one. */
    static final class Total extends Tally {
        private int total;

        @Override
        void add(Annotation annotation) {
            total++;
        }

        @Override
        void remove(Annotation annotation) {
            total = Math.max(0, total - 1);
        }

        @Override
        ObjectNode toNode() {
            return object().put("total", total);
        }

        @Override
        ObjectNode toNode(String clientId) {
            return toNode();
        }

        @Override
        boolean needsClient() {
            return false;
        }

        @Override
        boolean needsName() {
            return false;
        }
    }

    /** A client says it or not. */
    static final class Flagged extends Tally {
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

    /** One per client and name; when exclusive, a new name takes the client's vote from its old one. */
    static final class Named extends Tally {
        private final Map<String, Set<String>> clientsByName = new LinkedHashMap<>();
        private final boolean exclusive;

        Named(boolean exclusive) {
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

    /** A client may say a name any number of times. */
    static final class Multiple extends Tally {
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
}

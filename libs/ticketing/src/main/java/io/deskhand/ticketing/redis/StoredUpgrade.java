package io.deskhand.ticketing.redis;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Brings stored JSON of an older schema version to the newest. Version 1 had no number: data were maps of strings, named by {@code event}. */
final class StoredUpgrade {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Data of version 1 whose fields are the same in version 2. */
    private static final Set<String> SAME_FIELDS = Set.of(
            "CLAIMED",
            "OFFERED",
            "NOT_ACCEPTED",
            "DECLINED",
            "RELEASED",
            "AGENT_GONE",
            "TRANSFERRED",
            "HANDED_BACK",
            "RETURNED",
            "RESOLVED",
            "REOPENED",
            "CLOSED",
            "WOKEN",
            "APPROVAL_REQUIRED",
            "APPROVAL_WAIVED");

    private static final Set<String> TEXTS_OF_DECISIONS = Set.of("policy", "promptVersion", "variant", "model");

    private static final Pattern TRIAGED = Pattern.compile("Team (\\S+), priority (\\d)");

    private StoredUpgrade() {}

    /** A ticket of an older version. */
    static ObjectNode ticket(ObjectNode ticket) {
        checkVersion(ticket);
        ticket.put("schema", EntryJson.SCHEMA);
        move(ticket, "stint", ticket, "servingEpoch");
        JsonNode counsel = ticket.remove("counsel");
        if (counsel instanceof ObjectNode review) {
            move(review, "given", review, "guidanceGiven");
            move(review, "heeded", review, "guidanceApplied");
            move(review, "told", review, "announced");
            if (review.path("pending").path("turn") instanceof ObjectNode turn) {
                move(turn, "given", turn, "guidance");
            }
            ticket.set("review", review);
        }
        return ticket;
    }

    /** The head of an entry of an older version, with the entry's text. */
    static ObjectNode head(ObjectNode head) {
        checkVersion(head);
        head.put("schema", EntryJson.SCHEMA);
        String kind = head.path("kind").asString("");
        head.set("data", head.path("data") instanceof ObjectNode data ? data(kind, data, head) : NODES.nullNode());
        return head;
    }

    private static void checkVersion(ObjectNode stored) {
        int version = stored.path("schema").asInt(1);
        if (version != 1) {
            throw new IllegalStateException("unable to read what is stored; its schema version " + version
                    + " is newer than " + EntryJson.SCHEMA + ", which this process writes");
        }
    }

    private static JsonNode data(String kind, ObjectNode data, ObjectNode head) {
        String event = data.path("event").asString("");
        if (kind.equals("PACKET")) {
            return packet(data);
        } else if (kind.equals("PROPOSAL")) {
            return pendingMatter("PROPOSAL", data);
        } else if (event.equals("ASKED")) {
            return pendingMatter("QUESTION", data);
        } else if (SAME_FIELDS.contains(event)) {
            if (event.equals("TRANSFERRED") && !data.has("agent")) {
                // The note of a transfer named its author alone.
                data.set("agent", head.path("author").path("id"));
            }
            data.remove("event");
            return data.put("type", event);
        }
        return switch (event) {
            case "WHISPER" -> guidance("WHISPER", data);
            case "ANSWERED" -> guidance("ANSWER", data);
            case "REJECTED" -> guidance("REJECTION", data);
            case "UNANSWERED" -> guidance("UNANSWERED", data);
            case "ALERT" -> typed("ALERT").put("number", data.path("alert").asInt(1));
            case "SNOOZED" ->
                typed("SNOOZED").put("until", afterLastSpace(head.path("text").asString("")));
            case "SORTED" -> triaged(data, head.path("text").asString(""));
            default -> botMessage(data);
        };
    }

    private static JsonNode botMessage(ObjectNode data) {
        if (data.has("outcome")) {
            return decision(data);
        }
        return data.has("promptVersion")
                ? typed("GREETING")
                        .put("promptVersion", data.path("promptVersion").asString(""))
                : NODES.nullNode();
    }

    private static ObjectNode pendingMatter(String type, ObjectNode data) {
        ObjectNode matter = typed(type)
                .put("turn", data.path("turn").asLong(0))
                .put("guidance", data.path("given").asInt(0));
        matter.set("decision", decision(data));
        return matter;
    }

    private static ObjectNode guidance(String source, ObjectNode data) {
        return typed("GUIDANCE")
                .put("source", source)
                .put("number", data.path("word").asInt(1));
    }

    /** Version 1 kept team and priority in the text alone. */
    private static ObjectNode triaged(ObjectNode data, String text) {
        Matcher found = TRIAGED.matcher(text);
        boolean known = found.matches();
        ObjectNode triaged = typed("TRIAGED")
                .put("agent", data.path("agent").asString(""))
                .put("team", known ? found.group(1) : "unknown")
                .put("priority", known ? Integer.parseInt(found.group(2)) : 0);
        triaged.set("tags", data.path("tags"));
        return triaged;
    }

    private static ObjectNode packet(ObjectNode packet) {
        packet.put("type", "PACKET");
        for (String text : new String[] {"wants", "question", "suggestedReply"}) {
            packet.put(text, packet.path(text).asString(""));
        }
        for (String list : new String[] {"tried", "facts"}) {
            packet.set(list, packet.path(list).isArray() ? packet.path(list) : NODES.arrayNode());
        }
        if (packet.path("decision") instanceof ObjectNode decision) {
            packet.set("decision", decision(decision));
        }
        return packet;
    }

    private static ObjectNode decision(ObjectNode data) {
        ObjectNode decision = data.deepCopy();
        decision.put("type", "DECISION");
        // Some fields came while version 1 had no number.
        TEXTS_OF_DECISIONS.forEach(text -> decision.put(text, data.path(text).asString("")));
        if (data.has("inputTokens")) {
            decision.set(
                    "tokens",
                    NODES.objectNode()
                            .put("input", data.path("inputTokens").asLong(0))
                            .put("output", data.path("outputTokens").asLong(0)));
        }
        if (data.has("cost")) {
            decision.set(
                    "cost",
                    NODES.objectNode()
                            .put("amount", data.path("cost").asString(""))
                            .put("currency", data.path("currency").asString("")));
        }
        if (data.has("reviewer")) {
            decision.set(
                    "review",
                    NODES.objectNode()
                            .put("agent", data.path("reviewer").asString(""))
                            .put("name", data.path("reviewerName").asString(""))
                            .put("edited", data.path("edited").asBoolean(false)));
        }
        return decision;
    }

    private static ObjectNode typed(String type) {
        return NODES.objectNode().put("type", type);
    }

    private static void move(ObjectNode from, String name, ObjectNode to, String newName) {
        JsonNode value = from.remove(name);
        if (value != null) {
            to.set(newName, value);
        }
    }

    private static String afterLastSpace(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }
}

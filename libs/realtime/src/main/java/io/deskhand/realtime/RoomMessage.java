package io.deskhand.realtime;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.LogEntry;
import java.util.Optional;

/** The form of an entry in the room (docs/api.md, "Room messages"). */
final class RoomMessage {

    private RoomMessage() {}

    static JsonObject of(LogEntry entry) {
        JsonObject headers = new JsonObject();
        headers.addProperty("pos", entry.pos());
        headers.addProperty("epoch", entry.epoch());
        headers.addProperty("kind", entry.kind().name());
        headers.addProperty("state", entry.state().name());
        headers.addProperty("seq", entry.seq());
        headers.addProperty("name", entry.author().name());
        JsonObject metadata = new JsonObject();
        if (!entry.citations().isEmpty()) {
            metadata.add("citations", citations(entry));
        }
        promptVersion(entry).ifPresent(version -> metadata.addProperty("promptVersion", version));
        JsonObject message = new JsonObject();
        message.addProperty("text", entry.text());
        message.add("headers", headers);
        message.add("metadata", metadata);
        return message;
    }

    private static Optional<String> promptVersion(LogEntry entry) {
        return switch (entry.data()) {
            case BotDecision decision -> Optional.of(decision.promptVersion());
            case EntryData.Greeting greeting -> Optional.of(greeting.promptVersion());
            case null, default -> Optional.empty();
        };
    }

    private static JsonArray citations(LogEntry entry) {
        JsonArray list = new JsonArray();
        entry.citations().forEach(citation -> {
            JsonObject one = new JsonObject();
            one.addProperty("id", citation.id());
            one.addProperty("title", citation.title());
            one.addProperty("url", citation.url());
            one.addProperty("quote", citation.quote());
            list.add(one);
        });
        return list;
    }
}

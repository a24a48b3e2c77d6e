package io.deskhand.ticketing.redis;

import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.ticket.Owner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of {@code stored/}, one directory for each schema version, and what the examples in them share. */
final class StoredForm {

    static final Owner.Bot BOT = new Owner.Bot(new BotId("demo-store"), "Assistant");
    static final Owner.Agent ANNA = new Owner.Agent(new AgentId("anna"), "Anna");
    static final Owner.Agent BEN = new Owner.Agent(new AgentId("ben"), "Ben");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StoredForm() {}

    /** The values of a file by their names, each in the JSON text that Redis has. */
    static Map<String, JsonNode> file(int version, String name) {
        String path = "/stored/v" + version + "/" + name;
        try (InputStream in = Objects.requireNonNull(StoredForm.class.getResourceAsStream(path), path)) {
            Map<String, JsonNode> values = new TreeMap<>();
            MAPPER.readTree(in).properties().forEach(value -> values.put(value.getKey(), value.getValue()));
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(JsonNode json) {
        return MAPPER.writeValueAsString(json);
    }

    static LogEntry entry(
            long pos, String at, long epoch, Kind kind, Author author, String text, @Nullable EntryData data) {
        return new LogEntry(pos, Instant.parse(at), epoch, kind, author, text, State.FINAL, 1, null, List.of(), data);
    }
}

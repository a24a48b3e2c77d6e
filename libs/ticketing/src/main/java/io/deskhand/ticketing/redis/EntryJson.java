package io.deskhand.ticketing.redis;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.LogEntry.Citation;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of tickets and entries in Redis.
 *
 * <p>An entry is a few fields of the log's hash: {@code 7} its head (JSON), and {@code 7:text}. {@code 7:state}, {@code 7:seq}, {@code 7:serial} and {@code 7:skip}
 * exist only where they differ from the default. So the scripts never rewrite JSON.
 */
final class EntryJson {

    static final int SCHEMA = 2;

    /** How each head of the newest version begins; what begins otherwise is older. */
    private static final String NEWEST = "{\"schema\":" + SCHEMA + ",";

    @JsonPropertyOrder("schema")
    private record Head(
            int schema,
            Instant at,
            long epoch,
            Kind kind,
            Author author,
            List<Citation> citations,
            @Nullable EntryData data) {}

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    Ticket readTicket(String json) {
        StoredTicket stored = json.startsWith(NEWEST)
                ? MAPPER.readValue(json, StoredTicket.class)
                : MAPPER.treeToValue(StoredUpgrade.ticket(object(json)), StoredTicket.class);
        return stored.toTicket();
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) MAPPER.readTree(json);
    }

    String head(NewEntry entry, long epoch, Instant at) {
        return write(new Head(SCHEMA, at, epoch, entry.kind(), entry.author(), entry.citations(), entry.data()));
    }

    LogEntry entry(long pos, String head, String text, @Nullable String state, long seq, @Nullable String serial) {
        Head read = head.startsWith(NEWEST)
                ? MAPPER.readValue(head, Head.class)
                : MAPPER.treeToValue(StoredUpgrade.head(object(head).put("text", text)), Head.class);
        return new LogEntry(
                pos,
                read.at(),
                read.epoch(),
                read.kind(),
                read.author(),
                text,
                state == null ? State.FINAL : State.valueOf(state),
                seq,
                serial,
                read.citations(),
                read.data());
    }

    /** The log, in order, from all fields of its hash. */
    List<LogEntry> log(Map<String, String> fields) {
        List<LogEntry> entries = new ArrayList<>();
        for (long pos = 1; fields.containsKey(String.valueOf(pos)); pos++) {
            String text = fields.getOrDefault(pos + ":text", "");
            long seq = Long.parseLong(fields.getOrDefault(pos + ":seq", "1"));
            entries.add(entry(
                    pos,
                    fields.getOrDefault(String.valueOf(pos), ""),
                    text,
                    fields.get(pos + ":state"),
                    seq,
                    fields.get(pos + ":serial")));
        }
        return entries;
    }
}

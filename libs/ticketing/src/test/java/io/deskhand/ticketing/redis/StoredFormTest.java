package io.deskhand.ticketing.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.ticket.Ticket;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What Redis holds can be read, whichever version wrote it. The files of a version never change: a new form needs a new version, its files, and a step in {@link StoredUpgrade}.
 */
class StoredFormTest {

    private static final Map<String, Ticket> TICKETS = StoredTicketExamples.all();
    private static final Map<String, LogEntry> ENTRIES = entries();

    private final EntryJson json = new EntryJson();

    private static Map<String, LogEntry> entries() {
        Map<String, LogEntry> all = new TreeMap<>(StoredBotEntries.all());
        all.putAll(StoredAgentEntries.all());
        return all;
    }

    static IntStream versions() {
        return IntStream.rangeClosed(1, EntryJson.SCHEMA);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void every_version_of_a_ticket_is_read(int version) {
        Map<String, JsonNode> file = StoredForm.file(version, "tickets.json");
        assertThat(file.keySet()).isEqualTo(TICKETS.keySet());
        file.forEach((name, stored) ->
                assertThat(json.readTicket(StoredForm.text(stored))).as(name).isEqualTo(TICKETS.get(name)));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void every_version_of_an_entry_is_read(int version) {
        Map<String, JsonNode> file = StoredForm.file(version, "entries.json");
        assertThat(file.keySet()).isEqualTo(ENTRIES.keySet());
        file.forEach((name, stored) -> assertThat(read(stored)).as(name).isEqualTo(ENTRIES.get(name)));
    }

    @Test
    void what_is_written_today_is_the_newest_version() {
        StoredForm.file(EntryJson.SCHEMA, "tickets.json")
                .forEach((name, stored) -> assertThat(json.write(StoredTicket.of(TICKETS.get(name))))
                        .as(name)
                        .isEqualTo(StoredForm.text(stored)));
        StoredForm.file(EntryJson.SCHEMA, "entries.json")
                .forEach((name, stored) ->
                        assertThat(head(ENTRIES.get(name))).as(name).isEqualTo(StoredForm.text(stored.path("head"))));
    }

    @Test
    void a_version_that_is_newer_than_the_code_is_refused() {
        String newer = "{\"schema\":" + (EntryJson.SCHEMA + 1) + "}";
        assertThatThrownBy(() -> json.readTicket(newer))
                .hasMessageContaining("schema version " + (EntryJson.SCHEMA + 1));
        assertThatThrownBy(() -> json.entry(1, newer, "", null, 1, null))
                .hasMessageContaining("schema version " + (EntryJson.SCHEMA + 1));
    }

    private LogEntry read(JsonNode stored) {
        return json.entry(
                stored.path("pos").asLong(),
                StoredForm.text(stored.path("head")),
                stored.path("text").asString(),
                stored.path("state").asString(null),
                Long.parseLong(stored.path("seq").asString("1")),
                stored.path("serial").asString(null));
    }

    private String head(LogEntry entry) {
        NewEntry written = new NewEntry(
                entry.kind(), entry.author(), entry.text(), entry.citations(), entry.data(), entry.serial());
        return json.head(written, entry.epoch(), entry.at());
    }
}

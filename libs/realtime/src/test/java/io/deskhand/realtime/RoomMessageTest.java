package io.deskhand.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.BotDecision.Outcome;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Author;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoomMessageTest {

    @Test
    void a_bots_message_carries_the_version_of_its_files_and_nothing_else_of_its_decision() {
        assertThat(metadata(BotDecision.of(Outcome.ANSWERED, "3f2a").withRules(List.of("asked"))))
                .isEqualTo("{\"promptVersion\":\"3f2a\"}");
        assertThat(metadata(new EntryData.Greeting("3f2a"))).isEqualTo("{\"promptVersion\":\"3f2a\"}");
        assertThat(metadata(null)).isEqualTo("{}");
    }

    private static String metadata(@Nullable EntryData data) {
        JsonObject message = RoomMessage.of(entry(data));
        return message.getAsJsonObject("metadata").toString();
    }

    private static LogEntry entry(@Nullable EntryData data) {
        return new LogEntry(
                3,
                Instant.parse("2026-03-02T09:30:00Z"),
                1,
                LogEntry.Kind.MESSAGE,
                new Author(Author.Role.BOT, "shop", "Helper"),
                "Two days.",
                LogEntry.State.FINAL,
                1,
                null,
                List.of(),
                data);
    }
}

package io.deskhand.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.deskhand.ticketing.id.AgentId;
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

    private static final LogEntry.Citation CITATION =
            new LogEntry.Citation("shipping", "Shipping", "/help/shipping", "two days");

    @Test
    void a_bots_message_carries_the_version_of_its_files_and_nothing_else_of_its_decision() {
        assertThat(metadata(BotDecision.of(Outcome.ANSWERED, "3f2a").withRules(List.of("asked"))))
                .isEqualTo("{\"promptVersion\":\"3f2a\"}");
        assertThat(metadata(new EntryData.Greeting("3f2a"))).isEqualTo("{\"promptVersion\":\"3f2a\"}");
        assertThat(metadata(null)).isEqualTo("{}");
    }

    @Test
    void a_room_message_has_no_field_for_agents_alone() {
        BotDecision decision = BotDecision.of(Outcome.ANSWERED, "3f2a")
                .with()
                .rules(List.of("asked"))
                .policy("limits.failures: 2")
                .model("m")
                .tokens(new BotDecision.Tokens(120, 30))
                .cost(new BotDecision.Cost("0.000036", "USD"))
                .review(new BotDecision.Approval(new AgentId("anna"), "Anna", true))
                .build();
        JsonObject message = RoomMessage.of(entry(decision).withCitations(List.of(CITATION)));

        assertThat(message.keySet()).containsExactlyInAnyOrder("text", "headers", "metadata");
        assertThat(message.getAsJsonObject("headers").keySet())
                .containsExactlyInAnyOrder("pos", "epoch", "kind", "state", "seq", "name");
        assertThat(message.getAsJsonObject("metadata").keySet())
                .containsExactlyInAnyOrder("citations", "promptVersion");
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

package io.deskhand.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.bot.Caller.Answer;
import io.deskhand.realtime.AblySettings;
import io.deskhand.realtime.Guest;
import io.deskhand.realtime.RealtimeTokens.Token;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The customer's SDK with a token from the API, in a room from the API, with the bot of the prompts folder. */
@ExtendWith(BotStack.Shared.class)
class RoomsTest {

    private final BotStack bots;
    private final Caller customer;
    private final String ticket;
    private final String room;

    RoomsTest(BotStack bots) {
        this.bots = bots;
        this.customer = bots.customer();
        Answer opened = customer.post("/api/tickets", "{\"bot\":\"test-store\"}");
        this.ticket = opened.text("/ticket/id");
        this.room = opened.text("/ticket/room");
    }

    private Guest enter() throws Exception {
        Answer answer = customer.get("/api/realtime/token");
        Token token =
                new Token(answer.text("/token"), answer.text("/clientId"), Instant.parse(answer.text("/expiresAt")));
        return new Guest(AblySettings.local(bots.ably.port(), bots.ably.key()), token, room);
    }

    @Test
    void the_bot_answers_from_its_articles_with_a_citation_that_leads_to_a_page() throws Exception {
        try (Guest guest = enter()) {
            guest.send("How long does delivery take?");

            await().untilAsserted(() -> assertThat(guest.seen)
                    .anyMatch(line -> line.startsWith("bot:test-store|FINAL|") && line.contains("working days")));
        }
        JsonNode answer = customer.get("/api/tickets/" + ticket)
                .json()
                .path("entries")
                .valueStream()
                .toList()
                .getLast();
        assertThat(answer.at("/citations/0/url").asString()).isEqualTo("/help/delivery");
        assertThat(customer.get(answer.at("/citations/0/url").asString()).status())
                .isEqualTo(200);
    }

    @Test
    void a_message_that_looks_like_html_stays_text() throws Exception {
        String text = "<script>alert(1)</script> & \"how long does delivery take\"?";
        try (Guest guest = enter()) {
            guest.send(text);

            await().untilAsserted(() -> assertThat(texts()).contains(text));
        }
    }

    @Test
    void an_oversized_or_empty_message_in_the_room_is_not_stored() throws Exception {
        try (Guest guest = enter()) {
            guest.send("x".repeat(4_001));
            guest.send("   ");
            guest.send("How long does delivery take?");

            await().untilAsserted(() -> assertThat(texts()).contains("How long does delivery take?"));
            assertThat(texts()).noneMatch(text -> text.length() > 4_000 || text.isBlank());
        }
    }

    private List<String> texts() {
        return customer.get("/api/tickets/" + ticket).json().path("entries").findValuesAsString("text");
    }
}

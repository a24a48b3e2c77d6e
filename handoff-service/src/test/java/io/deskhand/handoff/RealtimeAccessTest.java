package io.deskhand.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.handoff.Browser.Answer;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.view.RoomNames;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where dashboards connect, and to what they have a right. */
class RealtimeAccessTest extends TwoAgentsTest {

    RealtimeAccessTest(DeskStack desk) {
        super(desk);
    }

    @Test
    void the_realtime_token_gives_the_inbox_own_rooms_and_watched_rooms_and_nothing_else() {
        Ticket own = desk.queued();
        Ticket watched = desk.opened();
        Ticket other = desk.queued();
        claim(anna, own);

        Answer answer = anna.get("/api/realtime/token?watch=" + watched.id() + "&watch=T-unknown");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("clientId").asString()).isEqualTo("agent:anna");
        assertThat(answer.json().path("expiresAt").asString()).endsWith("Z");
        JsonNode capability = capability(answer);
        assertThat(rights(capability, "support:inbox")).contains("subscribe").doesNotContain("publish");
        assertThat(rights(capability, RoomNames.of(own)))
                .contains("subscribe", "presence", "history")
                .doesNotContain("publish");
        assertThat(rights(capability, RoomNames.of(watched))).containsExactlyInAnyOrder("subscribe", "history");
        assertThat(capability.has(RoomNames.of(other))).isFalse();
        assertThat(capability.has("*")).isFalse();
    }

    @Test
    void too_many_watched_rooms_are_refused_and_ids_of_nothing_give_no_right() {
        String many = "watch=T1&".repeat(21);

        assertThat(anna.get("/api/realtime/token?" + many).code()).isEqualTo("invalid_request");
        JsonNode capability = capability(anna.get("/api/realtime/token?watch=%2A&watch=support:x"));
        assertThat(capability.propertyNames())
                .allMatch(name -> name.startsWith("support:"))
                .doesNotContain("support:x");
    }

    @Test
    void the_realtime_address_is_the_configured_one() {
        JsonNode address = anna.get("/api/realtime").json();

        assertThat(address.path("endpoint").asString()).isEqualTo("127.0.0.1");
        assertThat(address.path("port").asInt()).isEqualTo(desk.ably.port());
        assertThat(address.path("tls").asBoolean(true)).isFalse();
    }

    private static JsonNode capability(Answer token) {
        String claims = token.json().path("token").asString().split("\\.")[1];
        JsonNode body = Browser.JSON.readTree(Base64.getUrlDecoder().decode(claims));
        assertThat(body.path("exp").asLong() - body.path("iat").asLong())
                .isLessThanOrEqualTo(Duration.ofHours(1).toSeconds());
        return Browser.JSON.readTree(body.path("x-ably-capability").asString());
    }

    private static List<String> rights(JsonNode capability, String room) {
        return capability.path(room).valueStream().map(JsonNode::asString).toList();
    }
}

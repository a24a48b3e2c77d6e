package io.deskhand.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deskhand.realtime.RealtimeTokens;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.view.RoomNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DeskStack.Shared.class)
class RoomsTest {

    private final DeskStack desk;
    private final Browser anna;

    RoomsTest(DeskStack desk) {
        this.desk = desk;
        this.anna = desk.signedIn("anna");
    }

    @Test
    void what_an_agent_says_and_that_they_type_reaches_the_customer_in_the_room() throws Exception {
        Ticket ticket = desk.queued();
        String room = RoomNames.of(ticket) + "::$chat";
        String customer = desk.service
                .getBean(RealtimeTokens.class)
                .customer(ticket.customer())
                .token();
        try (Room customers = new Room(desk.ably.port(), customer, room)) {
            anna.post("/api/tickets/" + ticket.id() + "/claim", "{}");
            anna.post("/api/tickets/" + ticket.id() + "/typing", "{}");
            anna.post(
                    "/api/tickets/" + ticket.id() + "/messages",
                    "{\"text\":\"Hello, I am Anna\"}",
                    "Idempotency-Key",
                    "1");

            await().untilAsserted(() -> assertThat(customers.heard)
                    .contains("chat.message|agent:anna|Hello, I am Anna")
                    .anyMatch(line -> line.startsWith("typing.started|agent:anna")));
        }
    }

    @Test
    void what_the_customer_says_while_they_wait_gets_into_the_log() throws Exception {
        Ticket ticket = desk.queued();
        String customer = desk.service
                .getBean(RealtimeTokens.class)
                .customer(ticket.customer())
                .token();
        try (Room customers = new Room(desk.ably.port(), customer, RoomNames.of(ticket) + "::$chat")) {
            assertThat(customers.send("Is anybody there?")).isBetween(200, 201);

            await().untilAsserted(() -> assertThat(anna.get("/api/tickets/" + ticket.id())
                            .json()
                            .path("entries")
                            .findValuesAsString("text"))
                    .contains("Is anybody there?"));
        }
    }

    @Test
    void the_inbox_channel_tells_agents_of_every_change() throws Exception {
        String token = anna.get("/api/realtime/token").json().path("token").asString();
        try (Room inbox = new Room(desk.ably.port(), token, "support:inbox")) {
            Ticket ticket = desk.queued();
            await().untilAsserted(
                            () -> assertThat(inbox.heard).anyMatch(line -> line.endsWith(ticket.id() + " QUEUED")));

            anna.post("/api/tickets/" + ticket.id() + "/claim", "{}");

            await().untilAsserted(
                            () -> assertThat(inbox.heard).anyMatch(line -> line.endsWith(ticket.id() + " HUMAN")));
        }
    }

    @Test
    void an_agents_token_neither_opens_an_unwatched_room_nor_publishes_past_the_log() throws Exception {
        Ticket own = desk.queued();
        Ticket other = desk.queued();
        anna.post("/api/tickets/" + own.id() + "/claim", "{}");
        String token = anna.get("/api/realtime/token").json().path("token").asString();

        try (Room room = new Room(desk.ably.port(), token, RoomNames.of(own) + "::$chat")) {
            assertThatThrownBy(() -> new Room(desk.ably.port(), token, RoomNames.of(other) + "::$chat"))
                    .hasMessageContaining("capability does not permit");
            assertThat(room.send("around the fence")).isIn(401, 403);
        }
    }
}

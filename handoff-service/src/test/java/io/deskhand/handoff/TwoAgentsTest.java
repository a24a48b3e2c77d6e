package io.deskhand.handoff;

import io.deskhand.handoff.Browser.Answer;
import io.deskhand.ticketing.ticket.Ticket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two agents who are signed in, and what they ask of the API. */
@ExtendWith(DeskStack.Shared.class)
abstract class TwoAgentsTest {

    final DeskStack desk;
    final Browser anna;
    final Browser ben;

    TwoAgentsTest(DeskStack desk) {
        this.desk = desk;
        this.anna = desk.signedIn("anna");
        this.ben = desk.signedIn("ben");
    }

    @AfterEach
    void give_everybody_their_slots_back() {
        for (Browser agent : List.of(anna, ben)) {
            agent.get("/api/tickets?view=mine")
                    .json()
                    .path("tickets")
                    .forEach(ticket -> agent.post(
                            "/api/tickets/" + ticket.path("id").asString() + "/resolve", "{\"force\":true}"));
        }
    }

    static Answer claim(Browser agent, Ticket ticket) {
        return agent.post(path(ticket, "claim"), "{}");
    }

    static Answer say(Browser agent, Ticket ticket, String key, String text) {
        String body = Browser.JSON.createObjectNode().put("text", text).toString();
        return agent.post(path(ticket, "messages"), body, "Idempotency-Key", key);
    }

    static String path(Ticket ticket, String action) {
        return "/api/tickets/" + ticket.id() + "/" + action;
    }

    static List<String> ids(Answer list) {
        return list.json().path("tickets").findValuesAsString("id").stream()
                .filter(id -> id.startsWith("T"))
                .toList();
    }

    static List<String> kinds(Answer snapshot) {
        return snapshot.json().path("entries").findValuesAsString("kind");
    }

    static List<String> texts(Answer snapshot) {
        return snapshot.json().path("entries").findValuesAsString("text");
    }
}

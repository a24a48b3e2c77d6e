package io.deskhand.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.handoff.Browser.Answer;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.store.AgentLeases;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How tickets change hands over HTTP. */
class HandoffTest {

    private static DeskStack desk;

    private Browser anna;
    private Browser ben;

    @BeforeAll
    static void start() {
        desk = new DeskStack("--deskhand.agents[0].supervisor=true", "--deskhand.agents[1].capacity=50");
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void both_are_there() {
        anna = desk.signedIn("anna");
        ben = desk.signedIn("ben");
        assertThat(anna.post("/api/session/heartbeat", "").status()).isEqualTo(204);
        ben.post("/api/session/heartbeat", "");
    }

    @Test
    void an_offer_is_accepted_or_declined_by_the_one_it_was_made_to() {
        Ticket ticket = desk.queued();
        Answer offered = anna.post(path(ticket, "offer"), "{\"agent\":\"ben\"}");
        assertThat(status(offered)).isEqualTo("OFFERED");
        assertThat(offered.json().path("ticket").path("owner").path("id").asString())
                .isEqualTo("ben");

        assertThat(anna.post(path(ticket, "accept"), "{}").code()).isEqualTo("not_offered");
        assertThat(status(ben.post(path(ticket, "decline"), "{}"))).isEqualTo("QUEUED");
        anna.post(path(ticket, "offer"), "{\"agent\":\"ben\"}");
        assertThat(status(ben.post(path(ticket, "accept"), "{}"))).isEqualTo("HUMAN");
    }

    @Test
    void I23_nothing_is_offered_to_somebody_who_is_not_there_or_does_not_exist() {
        Ticket ticket = desk.queued();
        assertThat(anna.post(path(ticket, "offer"), "{\"agent\":\"racer-1\"}").code())
                .isEqualTo("agent_away");
        assertThat(anna.post(path(ticket, "offer"), "{\"agent\":\"nobody\"}").code())
                .isEqualTo("unknown_agent");
        assertThat(anna.post(path(ticket, "offer"), "{}").code()).isEqualTo("invalid_request");
    }

    @Test
    void what_is_released_goes_to_the_front_of_the_queue() {
        Ticket first = desk.queued();
        Ticket second = desk.queued();
        anna.post(path(second, "claim"), "{}");
        assertThat(ben.post(path(second, "release"), "{}").code()).isEqualTo("not_owner");
        assertThat(status(anna.post(path(second, "release"), "{}"))).isEqualTo("QUEUED");

        List<String> inbox = anna.get("/api/tickets?view=inbox")
                .json()
                .path("tickets")
                .valueStream()
                .map(ticket -> ticket.path("id").asString())
                .toList();
        assertThat(inbox).containsSubsequence(second.id().value(), first.id().value());
    }

    @Test
    void a_transfer_goes_to_a_colleague_or_to_a_team_with_a_note_that_the_customer_never_sees() {
        Ticket ticket = desk.queued();
        anna.post(path(ticket, "claim"), "{}");
        Answer transferred = anna.post(path(ticket, "transfer"), "{\"agent\":\"ben\",\"note\":\"wants a refund\"}");
        assertThat(status(transferred)).isEqualTo("OFFERED");
        assertThat(transferred.json().path("entries").valueStream())
                .anyMatch(entry -> entry.path("kind").asString().equals("NOTE")
                        && entry.path("text").asString().equals("wants a refund"));

        ben.post(path(ticket, "accept"), "{}");
        Answer moved = ben.post(path(ticket, "transfer"), "{\"team\":\"returns\"}");
        assertThat(moved.json().path("ticket").path("team").asString()).isEqualTo("returns");
        assertThat(ben.post(path(ticket, "transfer"), "{}").code()).isEqualTo("invalid_request");
    }

    @Test
    void supervisors_take_over_and_others_do_not() {
        Ticket ticket = desk.queued();
        ben.post(path(ticket, "claim"), "{}");
        Answer taken = anna.post(path(ticket, "takeover"), "{\"reason\":\"Ben is at lunch\"}");
        assertThat(taken.json().path("ticket").path("owner").path("id").asString())
                .isEqualTo("anna");
        assertThat(ben.post(path(ticket, "takeover"), "{}").code()).isEqualTo("forbidden");
        assertThat(anna.get("/api/session")
                        .json()
                        .path("agent")
                        .path("supervisor")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void I24_the_bot_is_told_what_people_said() {
        Ticket ticket = desk.queued();
        desk.says(ticket, "s-handback", "My parcel is late");
        ben.post(path(ticket, "messages"), "{\"text\":\"It arrives on Monday.\"}", "Idempotency-Key", "k1");
        Answer back = ben.post(path(ticket, "hand-back"), "{\"note\":\"be kind\"}");

        assertThat(status(back)).isEqualTo("BOT");
        JsonNode boundary =
                back.json().path("entries").get(back.json().path("entries").size() - 1);
        assertThat(boundary.path("data").path("summary").asString())
                .isEqualTo("Customer: My parcel is late\nBen: It arrives on Monday.");
        assertThat(boundary.path("data").path("note").asString()).isEqualTo("be kind");
    }

    @Test
    void a_ticket_is_put_aside_triaged_and_noted() {
        Ticket ticket = desk.queued();
        ben.post(path(ticket, "claim"), "{}");
        String tomorrow = desk.clock().instant().plus(Duration.ofDays(1)).toString();
        Answer snoozed = ben.post(path(ticket, "snooze"), "{\"until\":\"" + tomorrow + "\"}");
        assertThat(snoozed.json().path("ticket").path("snoozed").asBoolean()).isTrue();
        assertThat(ben.post(path(ticket, "snooze"), "{\"until\":\"2020-01-01T00:00:00Z\"}")
                        .code())
                .isEqualTo("invalid_request");

        Answer triaged = anna.post(path(ticket, "triage"), "{\"priority\":3,\"tags\":[\"refund\"]}");
        assertThat(triaged.json().path("ticket").path("priority").asInt()).isEqualTo(3);
        assertThat(anna.post(path(ticket, "triage"), "{\"priority\":10}").code())
                .isEqualTo("invalid_request");

        Answer note = anna.post(path(ticket, "notes"), "{\"text\":\"She is a regular.\"}", "Idempotency-Key", "n1");
        assertThat(note.status()).isEqualTo(201);
        assertThat(note.json().path("entry").path("kind").asString()).isEqualTo("NOTE");
    }

    @Test
    void any_agent_gives_a_ticket_another_subject() {
        Ticket ticket = desk.queued();
        Answer renamed = anna.post(path(ticket, "rename"), "{\"subject\":\"Parcel lost in Oslo\"}");
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.json().path("ticket").path("subject").asString()).isEqualTo("Parcel lost in Oslo");
        assertThat(renamed.json().path("actions").valueStream().map(JsonNode::asString))
                .contains("RENAME");
        assertThat(anna.post(path(ticket, "rename"), "{\"subject\":\" \"}").code())
                .isEqualTo("invalid_request");
        assertThat(anna.post(path(ticket, "rename"), "{}").code()).isEqualTo("invalid_request");
    }

    @Test
    void a_resolved_ticket_is_opened_again_by_an_agent() {
        Ticket ticket = desk.queued();
        ben.post(path(ticket, "claim"), "{}");
        ben.post(path(ticket, "resolve"), "{\"force\":true}");
        Answer reopened = anna.post(path(ticket, "reopen"), "{}");
        assertThat(status(reopened)).isEqualTo("HUMAN");
        assertThat(reopened.json().path("ticket").path("owner").path("id").asString())
                .isEqualTo("anna");
    }

    @Test
    void I19_an_agent_of_whom_nothing_is_heard_loses_what_they_own() {
        Browser racer = desk.signedIn("racer-7");
        Ticket ticket = desk.queued();
        racer.post(path(ticket, "claim"), "{}");
        AgentLeases leases = desk.service.getBean(AgentLeases.class);
        assertThat(leases.here()).contains(new AgentId("racer-7"));

        leases.shorten(new AgentId("racer-7"), Duration.ZERO);
        await().untilAsserted(() -> {
            JsonNode now = anna.get("/api/tickets/" + ticket.id()).json().path("ticket");
            assertThat(now.path("status").asString()).isEqualTo("QUEUED");
            assertThat(now.path("front").asBoolean()).isTrue();
        });
        assertThat(colleague("racer-7").path("here").asBoolean()).isFalse();
        assertThat(colleague("ben").path("here").asBoolean()).isTrue();
    }

    private JsonNode colleague(String id) {
        return anna.get("/api/agents")
                .json()
                .path("agents")
                .valueStream()
                .filter(agent -> agent.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String status(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().path("ticket").path("status").asString();
    }

    private static String path(Ticket ticket, String command) {
        return "/api/tickets/" + ticket.id() + "/" + command;
    }
}

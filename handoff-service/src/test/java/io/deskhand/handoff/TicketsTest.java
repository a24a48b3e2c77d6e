package io.deskhand.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.handoff.Browser.Answer;
import io.deskhand.ticketing.Ticket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(DeskStack.Shared.class)
class TicketsTest {

    private final DeskStack desk;
    private final Browser anna;
    private final Browser ben;

    TicketsTest(DeskStack desk) {
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

    @Test
    void the_inbox_has_queued_tickets_longest_wait_first() {
        Ticket first = desk.queued();
        Ticket second = desk.queued();
        Ticket botsOwn = desk.opened();

        List<String> inbox = ids(anna.get("/api/tickets?view=inbox"));

        assertThat(inbox)
                .containsSubsequence(first.id().value(), second.id().value())
                .doesNotContain(botsOwn.id().value());
    }

    @Test
    void mine_has_the_tickets_that_the_agent_owns() {
        Ticket annas = desk.queued();
        Ticket bens = desk.queued();
        claim(anna, annas);
        claim(ben, bens);

        assertThat(ids(anna.get("/api/tickets?view=mine")))
                .contains(annas.id().value())
                .doesNotContain(bens.id().value());
    }

    @Test
    void all_has_every_open_ticket_and_the_newest_resolved_ones_last_changed_first() {
        Ticket queued = desk.queued();
        Ticket resolved = desk.queued();
        claim(anna, resolved);
        anna.post(path(resolved, "resolve"), "{\"force\":true}");
        Ticket botsOwn = desk.opened();

        assertThat(ids(anna.get("/api/tickets?view=all")))
                .containsSubsequence(
                        botsOwn.id().value(), resolved.id().value(), queued.id().value());
    }

    @Test
    void an_unknown_view_is_refused() {
        assertThat(anna.get("/api/tickets?view=theirs").code()).isEqualTo("invalid_request");
        assertThat(anna.get("/api/tickets").code()).isEqualTo("invalid_request");
    }

    @Test
    void a_ticket_comes_with_its_whole_log_and_the_handoff_packet() {
        Ticket ticket = desk.queued();

        Answer answer = anna.get("/api/tickets/" + ticket.id());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.json().at("/ticket/status").asString()).isEqualTo("QUEUED");
        assertThat(answer.json().at("/ticket/owner/type").asString()).isEqualTo("QUEUE");
        assertThat(answer.json().at("/ticket/reason").asString()).isEqualTo("ASKED");
        assertThat(answer.json().at("/ticket/next/who").asString()).isEqualTo("QUEUE");
        assertThat(answer.json().at("/ticket/createdAt").asString()).endsWith("Z");
        assertThat(answer.json().at("/ticket/claimedAt").isNull()).isTrue();
        assertThat(kinds(answer)).containsExactly("MESSAGE", "NOTICE", "PACKET");
        assertThat(answer.json().at("/entries/2/data/wants").asString()).isEqualTo("a parcel");
    }

    @Test
    void claiming_makes_the_agent_the_owner_and_again_changes_nothing() {
        Ticket ticket = desk.queued();

        Answer first = claim(anna, ticket);
        Answer again = claim(anna, ticket);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().at("/ticket/owner/name").asString()).isEqualTo("Anna");
        assertThat(first.json().at("/ticket/status").asString()).isEqualTo("HUMAN");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/ticket/rev").asLong())
                .isEqualTo(first.json().at("/ticket/rev").asLong());
    }

    @Test
    void whoever_claims_second_is_told_who_won() {
        Ticket ticket = desk.queued();
        claim(anna, ticket);

        Answer second = claim(ben, ticket);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("already_claimed");
        assertThat(second.json().at("/winner/id").asString()).isEqualTo("anna");
        assertThat(second.json().at("/winner/name").asString()).isEqualTo("Anna");
        assertThat(second.json().path("detail").asString())
                .isEqualTo("unable to claim the ticket; Anna has claimed it");
    }

    @Test
    void an_agent_with_all_slots_taken_cannot_claim() {
        claim(ben, desk.queued());
        claim(ben, desk.queued());

        Answer third = claim(ben, desk.queued());

        assertThat(third.status()).isEqualTo(409);
        assertThat(third.code()).isEqualTo("slots_full");
        assertThat(third.json().path("capacity").asInt()).isEqualTo(2);
    }

    @Test
    void a_message_to_a_ticket_that_nobody_owns_claims_it_first() {
        Ticket ticket = desk.queued();

        Answer said = say(anna, ticket, "k1", "Good morning");

        assertThat(said.status()).isEqualTo(201);
        assertThat(said.json().at("/entry/text").asString()).isEqualTo("Good morning");
        assertThat(said.json().at("/entry/author/role").asString()).isEqualTo("AGENT");
        assertThat(said.json().at("/ticket/owner/id").asString()).isEqualTo("anna");
        assertThat(kinds(anna.get("/api/tickets/" + ticket.id())))
                .containsExactly("MESSAGE", "NOTICE", "PACKET", "MARKER", "MESSAGE");
    }

    @Test
    void a_message_to_a_ticket_of_the_bot_takes_it_over() {
        Ticket ticket = desk.opened();

        Answer said = say(anna, ticket, "k1", "I take it from here");

        assertThat(said.status()).isEqualTo(201);
        assertThat(said.json().at("/ticket/status").asString()).isEqualTo("HUMAN");
    }

    @Test
    void a_message_under_the_same_key_is_said_once() {
        Ticket ticket = desk.queued();

        Answer first = say(anna, ticket, "same", "Once");
        Answer again = say(anna, ticket, "same", "Once");

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().at("/entry/pos")).isEqualTo(first.json().at("/entry/pos"));
        assertThat(texts(anna.get("/api/tickets/" + ticket.id()))).containsOnlyOnce("Once");
    }

    @Test
    void another_agents_ticket_takes_no_message_no_typing_and_no_resolution() {
        Ticket ticket = desk.queued();
        claim(anna, ticket);

        assertThat(say(ben, ticket, "k1", "Let me").code()).isEqualTo("not_owner");
        assertThat(ben.post(path(ticket, "typing"), "{}").code()).isEqualTo("not_owner");
        Answer resolve = ben.post(path(ticket, "resolve"), "{}");
        assertThat(resolve.status()).isEqualTo(409);
        assertThat(resolve.code()).isEqualTo("not_owner");
        assertThat(resolve.json().at("/owner/name").asString()).isEqualTo("Anna");
    }

    @Test
    void typing_is_for_the_owner_of_an_open_ticket() {
        Ticket ticket = desk.queued();
        assertThat(anna.post(path(ticket, "typing"), "{}").code()).isEqualTo("not_owner");
        claim(anna, ticket);

        assertThat(anna.post(path(ticket, "typing"), "{}").status()).isEqualTo(204);

        anna.post(path(ticket, "resolve"), "{}");
        assertThat(anna.post(path(ticket, "typing"), "{}").code()).isEqualTo("not_open");
    }

    @Test
    void a_ticket_is_not_resolved_while_the_customer_waits_unless_forced() {
        Ticket ticket = desk.queued();
        desk.says(ticket, "s1", "And my refund?");
        claim(anna, ticket);

        Answer refused = anna.post(path(ticket, "resolve"), "{}");
        Answer forced = anna.post(path(ticket, "resolve"), "{\"force\":true}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("customer_waiting");
        assertThat(forced.status()).isEqualTo(200);
        assertThat(forced.json().at("/ticket/status").asString()).isEqualTo("RESOLVED");
        assertThat(forced.json().at("/ticket/next/who").asString()).isEqualTo("CUSTOMER");
        assertThat(forced.json().at("/ticket/owner/type").asString()).isEqualTo("NOBODY");
    }

    @Test
    void a_resolved_ticket_takes_no_claim_and_no_message_and_resolving_it_again_is_no_error() {
        Ticket ticket = desk.queued();
        claim(anna, ticket);
        anna.post(path(ticket, "resolve"), "");

        assertThat(claim(anna, ticket).code()).isEqualTo("not_open");
        assertThat(say(anna, ticket, "k9", "One more thing").code()).isEqualTo("not_open");
        assertThat(anna.post(path(ticket, "resolve"), "{}").status()).isEqualTo(200);
    }

    @Test
    void a_reopened_ticket_can_be_claimed_and_resolved_again() {
        Ticket ticket = desk.queued();
        claim(anna, ticket);
        anna.post(path(ticket, "resolve"), "{}");
        desk.says(ticket, "s1", "It broke again");

        assertThat(claim(anna, ticket).status()).isEqualTo(200);
        assertThat(anna.post(path(ticket, "resolve"), "{\"force\":true}")
                        .json()
                        .at("/ticket/status")
                        .asString())
                .isEqualTo("RESOLVED");
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
        assertThat(rights(capability, own.room()))
                .contains("subscribe", "presence", "history")
                .doesNotContain("publish");
        assertThat(rights(capability, watched.room())).containsExactlyInAnyOrder("subscribe", "history");
        assertThat(capability.has(other.room())).isFalse();
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
        JsonNode body = Browser.JSON.readTree(java.util.Base64.getUrlDecoder().decode(claims));
        assertThat(body.path("exp").asLong() - body.path("iat").asLong())
                .isLessThanOrEqualTo(Duration.ofHours(1).toSeconds());
        return Browser.JSON.readTree(body.path("x-ably-capability").asString());
    }

    private static List<String> rights(JsonNode capability, String room) {
        return capability.path(room).valueStream().map(JsonNode::asString).toList();
    }

    private static Answer claim(Browser agent, Ticket ticket) {
        return agent.post(path(ticket, "claim"), "{}");
    }

    private static Answer say(Browser agent, Ticket ticket, String key, String text) {
        String body = Browser.JSON.createObjectNode().put("text", text).toString();
        return agent.post(path(ticket, "messages"), body, "Idempotency-Key", key);
    }

    private static String path(Ticket ticket, String action) {
        return "/api/tickets/" + ticket.id() + "/" + action;
    }

    private static List<String> ids(Answer list) {
        return list.json().path("tickets").findValuesAsString("id").stream()
                .filter(id -> id.startsWith("T"))
                .toList();
    }

    private static List<String> kinds(Answer snapshot) {
        return snapshot.json().path("entries").findValuesAsString("kind");
    }

    private static List<String> texts(Answer snapshot) {
        return snapshot.json().path("entries").findValuesAsString("text");
    }
}

package io.deskhand.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.handoff.Browser.Answer;
import io.deskhand.ticketing.ticket.Ticket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists, claims and messages. */
class TicketsTest extends TwoAgentsTest {

    TicketsTest(DeskStack desk) {
        super(desk);
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
}

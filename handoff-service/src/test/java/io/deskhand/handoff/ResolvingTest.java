package io.deskhand.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.handoff.Browser.Answer;
import io.deskhand.ticketing.ticket.Ticket;
import org.junit.jupiter.api.Test;

/** Tickets that are settled, and those that are opened again. */
class ResolvingTest extends TwoAgentsTest {

    ResolvingTest(DeskStack desk) {
        super(desk);
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
}

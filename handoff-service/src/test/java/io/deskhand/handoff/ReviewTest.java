package io.deskhand.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.handoff.Browser.Answer;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.BotDecision.Outcome;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What colleagues have to do with a bot, over HTTP. */
@ExtendWith(DeskStack.Shared.class)
class ReviewTest {

    private static final BotDecision DECISION =
            BotDecision.of(Outcome.ANSWERED, "abc").withModel("m");

    private final DeskStack desk;
    private Browser anna;
    private Browser ben;

    ReviewTest(DeskStack desk) {
        this.desk = desk;
    }

    @BeforeEach
    void both_are_there() {
        anna = desk.signedIn("anna");
        ben = desk.signedIn("ben");
        assertThat(anna.post("/api/session/heartbeat", "").status()).isEqualTo(204);
    }

    @Test
    void G18_a_whisper_is_a_note_that_the_ticket_counts_and_a_repeat_writes_it_once() {
        Ticket ticket = asked();
        Answer whispered =
                anna.post(path(ticket, "whispers"), "{\"text\":\"Offer an exchange.\"}", "Idempotency-Key", "w-1");
        assertThat(whispered.status()).isEqualTo(201);
        assertThat(whispered.json().at("/entry/kind").asString()).isEqualTo("NOTE");
        assertThat(whispered.json().at("/entry/data/type").asString()).isEqualTo("GUIDANCE");
        assertThat(whispered.json().at("/entry/data/source").asString()).isEqualTo("WHISPER");
        assertThat(whispered.json().at("/ticket/review/guidanceGiven").asInt()).isEqualTo(1);
        anna.post(path(ticket, "whispers"), "{\"text\":\"Offer an exchange.\"}", "Idempotency-Key", "w-1");
        assertThat(log(ticket)).filteredOn(entry -> entry.kind() == Kind.NOTE).hasSize(1);
    }

    @Test
    void whispers_are_refused_in_plain_words() {
        Ticket queued = desk.queued();
        Answer refused = anna.post(path(queued, "whispers"), "{\"text\":\"Be kind.\"}", "Idempotency-Key", "w-2");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("not_with_bot");
        assertThat(refused.json().path("detail").asString())
                .isEqualTo("unable to whisper to the bot; the bot does not own the ticket: it waits in the queue");

        Ticket ticket = asked();
        assertThat(anna.post(path(ticket, "whispers"), "{}", "Idempotency-Key", "w-3")
                        .code())
                .isEqualTo("text_empty");
        assertThat(anna.post(
                                path(ticket, "whispers"),
                                "{\"text\":\"" + "x".repeat(4_001) + "\"}",
                                "Idempotency-Key",
                                "w-4")
                        .code())
                .isEqualTo("text_too_long");
        assertThat(anna.post(path(ticket, "whispers"), "{\"text\":\"Be kind.\"}")
                        .code())
                .isEqualTo("invalid_request");
    }

    @Test
    void G19_G20_a_proposal_is_approved_once_with_the_text_that_the_reviewer_gives_it() {
        Ticket ticket = proposed(asked());
        assertThat(ticket.next().who().name()).isEqualTo("AGENT");
        long pos = proposal(ticket).pos();
        Answer approved = anna.post(path(ticket, "proposals/" + pos + "/approve"), "{\"text\":\"Two years, sealed.\"}");
        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.json().at("/ticket/next/who").asString()).isEqualTo("CUSTOMER");
        LogEntry answer = log(ticket).getLast();
        assertThat(answer.text()).isEqualTo("Two years, sealed.");
        assertThat(answer.author().role()).isEqualTo(LogEntry.Author.Role.BOT);
        assertThat(answer.data())
                .isEqualTo(DECISION.withReview(new BotDecision.Approval(new AgentId("anna"), "Anna", true)));

        assertThat(ben.post(path(ticket, "proposals/" + pos + "/approve"), "{}").code())
                .isEqualTo("stale");
        assertThat(anna.post(path(ticket, "proposals/" + pos + "/approve"), "{}")
                        .status())
                .isEqualTo(200);
        assertThat(anna.post(path(ticket, "proposals/1/approve"), "{}").code()).isEqualTo("not_found");
        assertThat(log(ticket).getLast().pos()).isEqualTo(answer.pos());
    }

    @Test
    void G19_a_newer_message_of_the_customer_makes_a_proposal_stale() {
        Ticket ticket = proposed(asked());
        long pos = proposal(ticket).pos();
        desk.says(ticket, "s2", "Never mind");
        assertThat(anna.post(path(ticket, "proposals/" + pos + "/approve"), "{}")
                        .code())
                .isEqualTo("stale");
        assertThat(anna.post(path(ticket, "proposals/" + pos + "/reject"), "{\"note\":\"no\"}")
                        .code())
                .isEqualTo("stale");
    }

    @Test
    void G21_a_claim_dismisses_it() {
        Ticket ticket = proposed(asked());
        anna.post(path(ticket, "claim"), "{}");
        Answer late = ben.post(path(ticket, "proposals/" + proposal(ticket).pos() + "/approve"), "{}");
        assertThat(late.code()).isEqualTo("not_with_bot");
        assertThat(late.json().path("detail").asString()).endsWith("Anna owns it");
    }

    @Test
    void a_rejection_says_why_and_the_bot_owes_the_next_move() {
        Ticket ticket = proposed(asked());
        String reject = path(ticket, "proposals/" + proposal(ticket).pos() + "/reject");
        assertThat(anna.post(reject, "{}").code()).isEqualTo("text_empty");
        Answer rejected = anna.post(reject, "{\"note\":\"From when on?\"}");
        assertThat(rejected.json().at("/ticket/next/who").asString()).isEqualTo("BOT");
        assertThat(log(ticket).getLast().data())
                .isEqualTo(new EntryData.Guidance(EntryData.Guidance.Source.REJECTION, 1));
    }

    @Test
    void an_agent_may_want_to_approve_what_the_bot_says_in_a_ticket() {
        Ticket ticket = asked();
        Answer wanted = anna.post(path(ticket, "approval"), "{\"required\":true}");
        assertThat(wanted.json().at("/ticket/review/approval").asBoolean()).isTrue();
        Ticket proposed = desk.done(
                ticket.id(),
                new Command.BotSays(new TurnKey(1, ticket.customerPos(), 0), "Yes.", List.of(), false, DECISION));
        assertThat(proposed.customerWaits()).isTrue();
        assertThat(proposal(ticket).text()).isEqualTo("Yes.");
        assertThat(anna.post(path(ticket, "approval"), "{}").code()).isEqualTo("invalid_request");
        assertThat(anna.post(path(ticket, "approval"), "{\"required\":false}")
                        .json()
                        .at("/ticket/review/approval")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void G20_the_bots_question_is_answered_once() {
        Ticket ticket = asked();
        assertThat(anna.post(path(ticket, "answers"), "{\"text\":\"It left today.\"}", "Idempotency-Key", "a-0")
                        .code())
                .isEqualTo("stale");
        Ticket asks = desk.done(ticket.id(), new Command.AskColleague(TurnKey.of(ticket), "Is it lost?", "", DECISION));
        long question = log(asks).stream()
                .filter(entry -> entry.data() instanceof EntryData.Question)
                .findFirst()
                .orElseThrow()
                .pos();
        Answer answered = anna.post(
                path(ticket, "answers"), "{\"text\":\"No.\",\"question\":" + question + "}", "Idempotency-Key", "a-1");
        assertThat(answered.status()).isEqualTo(201);
        assertThat(answered.json().at("/ticket/next/who").asString()).isEqualTo("BOT");
        assertThat(answered.json().at("/entry/data/type").asString()).isEqualTo("GUIDANCE");
        assertThat(answered.json().at("/entry/data/source").asString()).isEqualTo("ANSWER");
        assertThat(ben.post(path(ticket, "answers"), "{\"text\":\"Yes.\"}", "Idempotency-Key", "a-2")
                        .code())
                .isEqualTo("stale");
        assertThat(anna.post(
                                path(ticket, "answers"),
                                "{\"text\":\"No.\",\"question\":" + question + "}",
                                "Idempotency-Key",
                                "a-1")
                        .status())
                .isEqualTo(201);
        assertThat(ben.post(path(ticket, "answers"), "{\"text\":\"No.\",\"question\":1}", "Idempotency-Key", "a-3")
                        .code())
                .isEqualTo("not_found");
    }

    private Ticket asked() {
        return desk.says(desk.opened(), "s1", "How long is the warranty?");
    }

    private Ticket proposed(Ticket ticket) {
        return desk.done(ticket.id(), new Command.BotSays(TurnKey.of(ticket), "Two years.", List.of(), true, DECISION));
    }

    private LogEntry proposal(Ticket ticket) {
        return log(ticket).stream()
                .filter(entry -> entry.kind() == Kind.PROPOSAL)
                .findFirst()
                .orElseThrow();
    }

    private List<LogEntry> log(Ticket ticket) {
        return desk.tickets().snapshot(ticket.id()).orElseThrow().entries();
    }

    private static String path(Ticket ticket, String what) {
        return "/api/tickets/" + ticket.id() + "/" + what;
    }
}

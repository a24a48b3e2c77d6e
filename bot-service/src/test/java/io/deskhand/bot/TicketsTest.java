package io.deskhand.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.bot.Caller.Answer;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.Ticket;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(BotStack.Shared.class)
class TicketsTest {

    private final BotStack bots;
    private final Caller customer;

    TicketsTest(BotStack bots) {
        this.bots = bots;
        this.customer = bots.customer();
    }

    @Test
    void opening_a_ticket_gives_the_bots_greeting_in_the_customers_language() {
        Answer answer = customer.post(
                "/api/tickets", "{\"bot\":\"test-store\",\"subject\":\" Mein Paket \"}", "Accept-Language", "de-CH");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("/ticket/id")).matches("[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(answer.text("/ticket/room"))
                .isEqualTo("ticket:" + answer.text("/ticket/customer") + ":" + answer.text("/ticket/id"));
        assertThat(answer.text("/ticket/status")).isEqualTo("BOT");
        assertThat(answer.text("/ticket/owner/type")).isEqualTo("BOT");
        assertThat(answer.text("/ticket/owner/name")).isEqualTo("Testa");
        assertThat(answer.text("/ticket/language")).isEqualTo("de");
        assertThat(stored(answer).team()).isEqualTo(new TeamId("general"));
        assertThat(answer.text("/ticket/subject")).isEqualTo("Mein Paket");
        assertThat(answer.text("/ticket/next/who")).isEqualTo("CUSTOMER");
        assertThat(answer.text("/entries/0/text")).isEqualTo("Hallo, ich bin Testa.");
        assertThat(answer.text("/entries/0/author/role")).isEqualTo("BOT");
    }

    /** I16. */
    @Test
    void opening_again_gives_the_ticket_that_is_open_and_another_bot_has_its_own() {
        Answer first = customer.post("/api/tickets", "{\"bot\":\"test-store\"}");
        Answer again = customer.post("/api/tickets", "{\"bot\":\"test-store\"}");
        Answer other = customer.post("/api/tickets", "{\"bot\":\"other-store\"}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/ticket/id")).isEqualTo(first.text("/ticket/id"));
        assertThat(other.status()).isEqualTo(201);
        assertThat(stored(other).team()).isEqualTo(new TeamId("returns"));
    }

    /** I16. */
    @Test
    void opening_many_times_at_once_opens_one_ticket() throws Exception {
        List<Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> open = () -> customer.post("/api/tickets", "{\"bot\":\"test-store\"}");
            answers = threads
                    .invokeAll(IntStream.range(0, 20).mapToObj(i -> open).toList())
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }

        assertThat(answers)
                .extracting(answer -> answer.text("/ticket/id"))
                .containsOnly(answers.getFirst().text("/ticket/id"));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(19);
    }

    @Test
    void an_unknown_bot_opens_nothing() {
        Answer unknown = customer.post("/api/tickets", "{\"bot\":\"no-such-bot\"}");
        Answer malformed = customer.post("/api/tickets", "{\"bot\":\"<b>\"}");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("unknown_bot");
        assertThat(malformed.code()).isEqualTo("unknown_bot");
        assertThat(customer.post("/api/tickets", "{}").text("/errors/0/field")).isEqualTo("bot");
        assertThat(customer.get("/api/tickets").json().path("tickets")).isEmpty();
    }

    @Test
    void the_list_has_the_customers_own_tickets_newest_first_and_by_bot() {
        TicketId older = bots.open(customer);
        bots.done(older, new Command.Claim("c", BotStack.ANNA, 1_000));
        bots.done(older, new Command.Resolve("r", BotStack.ANNA, true));
        TicketId newer = bots.open(customer);
        customer.post("/api/tickets", "{\"bot\":\"other-store\"}");
        bots.open(bots.customer());

        assertThat(customer.get("/api/tickets?bot=test-store")
                        .json()
                        .path("tickets")
                        .valueStream()
                        .map(ticket -> ticket.path("id").asString()))
                .containsExactly(newer.value(), older.value());
        assertThat(customer.get("/api/tickets").json().path("tickets")).hasSize(3);
        assertThat(customer.get("/api/tickets?bot=no-such-bot").json().path("tickets"))
                .isEmpty();
    }

    @Test
    void a_ticket_shows_the_customer_neither_the_packet_nor_how_the_bot_decided() {
        TicketId id = bots.open(customer);
        bots.done(id, new Command.CustomerSays("s1", "I want my money back for A-1042"));
        customer.post("/api/tickets/" + id + "/escalate", "{}");

        Answer answer = customer.get("/api/tickets/" + id);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()
                        .path("entries")
                        .valueStream()
                        .map(entry -> entry.path("kind").asString()))
                .contains("MESSAGE", "NOTICE")
                .doesNotContain("PACKET");
        assertThat(answer.json()
                        .path("entries")
                        .valueStream()
                        .filter(entry -> entry.at("/author/role").asString().equals("BOT"))
                        .map(entry -> entry.path("data").size()))
                .containsOnly(0);
    }

    @Test
    void another_customers_ticket_does_not_exist() {
        TicketId others = bots.open(bots.customer());

        for (Answer answer : List.of(
                customer.get("/api/tickets/" + others),
                customer.post("/api/tickets/" + others + "/escalate", "{}"),
                customer.get("/api/tickets/NOSUCHTICKET"),
                customer.post("/api/tickets/%3Cb%3E/escalate", "{}"))) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("unknown_ticket");
            assertThat(answer.text("/detail")).endsWith("; there is no such ticket");
        }
        assertThat(bots.tickets().find(others).orElseThrow().status().name()).isEqualTo("BOT");
    }

    @Test
    void asking_for_a_person_queues_the_ticket_tells_the_customer_and_again_changes_nothing() {
        TicketId id = bots.open(customer);
        bots.done(id, new Command.CustomerSays("s1", "My boots A-1042 fell apart"));

        Answer first = customer.post("/api/tickets/" + id + "/escalate", "{}");
        Answer again = customer.post("/api/tickets/" + id + "/escalate", "");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("/ticket/status")).isEqualTo("QUEUED");
        assertThat(stored(first).reason()).isEqualTo(EscalationReason.ASKED);
        assertThat(first.text("/ticket/owner/type")).isEqualTo("QUEUE");
        assertThat(first.json()
                        .path("entries")
                        .valueStream()
                        .filter(entry -> entry.path("kind").asString().equals("NOTICE")))
                .hasSize(1);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/ticket/rev")).isEqualTo(first.json().at("/ticket/rev"));
        assertThat(bots.tickets().snapshot(id).orElseThrow().entries())
                .filteredOn(entry -> entry.kind() == Kind.PACKET)
                .singleElement()
                .satisfies(entry -> assertThat(entry.data()).isInstanceOfSatisfying(HandoffPacket.class, packet -> {
                    assertThat(packet.wants()).isEqualTo("My boots A-1042 fell apart");
                    assertThat(packet.facts()).containsExactly("A-1042");
                    assertThat(packet.question()).isNotNull();
                    assertThat(packet.suggestedReply()).isNotNull();
                }));
    }

    @Test
    void a_waiting_customer_goes_back_to_the_assistant_and_may_settle_the_matter() {
        TicketId id = bots.open(customer);
        bots.done(id, new Command.CustomerSays("s-back", "A person please"));
        customer.post("/api/tickets/" + id + "/escalate", "{}");

        Answer back = customer.post("/api/tickets/" + id + "/return", "{}");
        assertThat(back.text("/ticket/status")).isEqualTo("BOT");
        assertThat(back.text("/ticket/next/who")).isEqualTo("CUSTOMER");
        assertThat(customer.post("/api/tickets/" + id + "/return", "{}").text("/ticket/status"))
                .isEqualTo("BOT");

        assertThat(customer.post("/api/tickets/" + id + "/resolve", "{}").text("/ticket/status"))
                .isEqualTo("RESOLVED");
        assertThat(customer.post("/api/tickets/" + id + "/return", "{}").code()).isEqualTo("not_open");
    }

    @Test
    void nobody_but_colleagues_sees_notes_and_tags() {
        TicketId id = bots.open(customer);
        bots.done(id, new Command.Note("n", BotStack.ANNA, "She is a regular."));
        bots.done(id, new Command.Triage("s", BotStack.ANNA, new TeamId("returns"), 3, List.of("regular")));

        Answer seen = customer.get("/api/tickets/" + id);
        assertThat(seen.json()
                        .path("entries")
                        .valueStream()
                        .map(entry -> entry.path("kind").asString()))
                .doesNotContain("NOTE");
        assertThat(seen.json().at("/ticket/tags").isMissingNode()).isTrue();
    }

    @Test
    void nothing_that_is_for_agents_alone_is_in_a_customers_json() {
        TicketId id = bots.open(customer);
        bots.done(id, new Command.CustomerSays("s1", "My boots A-1042 fell apart"));
        bots.done(id, new Command.Whisper("w", BotStack.ANNA, "Offer an exchange."));
        bots.done(id, new Command.Triage("s", BotStack.ANNA, new TeamId("returns"), 3, List.of("regular")));
        JsonNode escalated =
                customer.post("/api/tickets/" + id + "/escalate", "{}").json();
        bots.done(id, new Command.Note("n", BotStack.ANNA, "She is a regular."));

        for (JsonNode json : List.of(
                escalated,
                customer.get("/api/tickets/" + id).json(),
                customer.get("/api/tickets").json())) {
            assertThat(names(json))
                    .contains("preview", "owner")
                    .doesNotContain(
                            "team",
                            "tags",
                            "priority",
                            "alerts",
                            "review",
                            "counsel",
                            "reason",
                            "data",
                            "front",
                            "snoozed",
                            "queueRank",
                            "lastAgent",
                            "customerName",
                            "servingEpoch");
            assertThat(json.toString()).doesNotContain("regular", "Offer an exchange", "PACKET", "NOTE\"");
        }
    }

    private static Set<String> names(JsonNode json) {
        Set<String> names = new TreeSet<>(json.propertyNames());
        json.forEach(child -> names.addAll(names(child)));
        return names;
    }

    @Test
    void asking_for_a_person_works_before_the_first_word() {
        TicketId id = bots.open(customer);

        assertThat(customer.post("/api/tickets/" + id + "/escalate", "{}").text("/ticket/status"))
                .isEqualTo("QUEUED");
    }

    @Test
    void asking_for_a_person_on_a_resolved_ticket_is_refused_and_with_an_agent_there_changes_nothing() {
        TicketId id = bots.open(customer);
        bots.done(id, new Command.Claim("c", BotStack.ANNA, 1_000));
        assertThat(customer.post("/api/tickets/" + id + "/escalate", "{}").text("/ticket/status"))
                .isEqualTo("HUMAN");
        bots.done(id, new Command.Resolve("r", BotStack.ANNA, true));

        Answer refused = customer.post("/api/tickets/" + id + "/escalate", "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("not_open");
    }

    /** The ticket as the services have it: a customer's answer leaves out what is for agents. */
    private Ticket stored(Answer answer) {
        return bots.tickets().find(new TicketId(answer.text("/ticket/id"))).orElseThrow();
    }
}

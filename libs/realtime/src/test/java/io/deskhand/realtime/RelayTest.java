package io.deskhand.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.ticketing.command.Command.BotSays;
import io.deskhand.ticketing.command.Command.Claim;
import io.deskhand.ticketing.command.Command.CustomerSays;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.BotDecision.Outcome;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.store.Tickets.DraftOutcome;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import io.deskhand.ticketing.view.RoomNames;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RelayTest {

    private static RealtimeStack stack;
    private static RealtimeTokens tokens;

    @BeforeAll
    static void start() {
        stack = new RealtimeStack();
        tokens = new RealtimeTokens(stack.settings, InstantSource.system());
    }

    @AfterAll
    static void stop() throws Exception {
        stack.close();
    }

    @Test
    void a_streamed_answer_is_one_message_that_grows_and_ends_final() throws Exception {
        Ticket ticket = asked("stream");
        try (Guest customer = new Guest(stack.settings, tokens.customer(ticket.customer()), RoomNames.of(ticket))) {
            stack.tickets.draft(ticket, ticket.customerPos(), "Your");
            await().untilAsserted(() -> assertThat(customer.seen).contains("bot:demo-store|STREAMING|Your"));
            stack.tickets.draft(ticket, ticket.customerPos(), "Your parcel");
            await().untilAsserted(() -> assertThat(customer.seen).contains("bot:demo-store|STREAMING|Your parcel"));
            stack.tickets.execute(
                    ticket.id(),
                    new BotSays(
                            TurnKey.of(ticket),
                            "Your parcel is here.",
                            List.of(new LogEntry.Citation("s", "Shipping", "/help/s", "here")),
                            false,
                            BotDecision.of(Outcome.ANSWERED, "abc")));
            await().untilAsserted(
                            () -> assertThat(customer.seen).contains("bot:demo-store|FINAL|Your parcel is here."));
        }
        List<ChatMessage> history = stack.rooms.chat().newest(RoomNames.of(ticket), message -> false);
        assertThat(history.getFirst().text()).isEqualTo("Your parcel is here.");
        assertThat(history.getFirst().metadata().getAsJsonArray("citations")).hasSize(1);
        assertThat(history).hasSize(2);
        String serial = stack.tickets
                .snapshot(ticket.id())
                .orElseThrow()
                .entries()
                .getLast()
                .serial();
        assertThat(serial).isEqualTo(history.getFirst().serial());
    }

    @Test
    void I1_nothing_of_the_bot_is_published_after_the_claim_marker() throws Exception {
        Ticket ticket = asked("fence");
        try (Guest customer = new Guest(stack.settings, tokens.customer(ticket.customer()), RoomNames.of(ticket))) {
            Thread bot = Thread.ofVirtual().start(() -> {
                StringBuilder text = new StringBuilder();
                DraftOutcome outcome;
                do {
                    outcome = stack.tickets.draft(
                            ticket, ticket.customerPos(), text.append("word ").toString());
                } while (outcome instanceof DraftOutcome.Shown && text.length() < 11_000);
            });
            await().untilAsserted(() ->
                    assertThat(customer.seen).anyMatch(line -> line.startsWith("bot:demo-store|STREAMING")));
            stack.tickets.execute(ticket.id(), new Claim("c", RealtimeStack.ANNA, 5));
            bot.join();
            await().untilAsserted(() -> assertThat(customer.seen).contains("system|FINAL|Anna has joined."));
            await().until(() ->
                    stack.relayLog.waiting(java.time.Duration.ZERO, 10).isEmpty());

            int marker = customer.seen.indexOf("system|FINAL|Anna has joined.");
            assertThat(customer.seen.subList(marker, customer.seen.size())).noneMatch(line -> line.startsWith("bot:"));
            assertThat(customer.seen.get(marker - 1)).startsWith("bot:demo-store|STOPPED|word");
        }
    }

    @Test
    void a_ticket_whose_publisher_died_is_published_by_another_process() throws Exception {
        Ticket ticket = stack.open("orphan");
        await().until(() -> stack.relayLog.waiting(java.time.Duration.ZERO, 10).isEmpty());
        long before = stack.meters.timer("deskhand.relay.lag").count();
        stack.stored.execute(ticket.id(), new Claim("c", RealtimeStack.ANNA, 5));
        await().atMost(java.time.Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stack.rooms.chat().newest(RoomNames.of(ticket), message -> false))
                        .extracting(ChatMessage::text)
                        .contains("Anna has joined."));
        await().until(() -> stack.meters.timer("deskhand.relay.lag").count() > before);
        assertThat(stack.meters.timer("deskhand.relay.lag").max(TimeUnit.MILLISECONDS))
                .as("until somebody swept")
                .isPositive();
    }

    private static Ticket asked(String id) {
        Ticket opened = stack.open(id);
        stack.tickets.execute(opened.id(), new CustomerSays("00000000000001-001@x:000", "Where is my parcel?"));
        return stack.tickets.find(opened.id()).orElseThrow();
    }
}

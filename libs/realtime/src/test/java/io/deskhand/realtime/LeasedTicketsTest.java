package io.deskhand.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deskhand.ably.local.faults.ServerFault;
import io.deskhand.ticketing.command.Command.Claim;
import io.deskhand.ticketing.command.Command.Escalate;
import io.deskhand.ticketing.command.Command.Resolve;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.Side;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.view.RoomNames;
import io.deskhand.ticketing.view.RoomPresence;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeasedTicketsTest {

    private RealtimeStack stack;

    @BeforeEach
    void start() {
        stack = new RealtimeStack();
    }

    @AfterEach
    void stop() throws Exception {
        stack.close();
    }

    @Test
    void what_a_customer_writes_into_the_room_is_in_the_log_once() throws Exception {
        stack.leased(Side.BOT, "bot-1", new LeaseListener() {});
        Ticket ticket = stack.open("t1");
        try (Guest customer = stack.customer(ticket)) {
            assertThat(customer.send("One").success).isTrue();
            assertThat(customer.send("Two").success).isTrue();
            await().untilAsserted(() -> assertThat(words(ticket.id())).containsExactly("Hello!", "One", "Two"));
        }
    }

    @Test
    void I25_what_was_written_while_nobody_served_is_read_from_the_history() throws Exception {
        Ticket ticket = stack.open("t1");
        try (Guest customer = stack.customer(ticket)) {
            customer.send("Anybody?");
            customer.send("Hello?");
        }
        stack.leased(Side.BOT, "bot-1", new LeaseListener() {});
        await().untilAsserted(() -> assertThat(words(ticket.id())).containsExactly("Hello!", "Anybody?", "Hello?"));
    }

    @Test
    void a_ticket_passes_from_side_to_side_and_no_message_is_lost_on_the_way() throws Exception {
        List<String> calls = new CopyOnWriteArrayList<>();
        stack.leased(Side.BOT, "bot-1", recording("bot", calls));
        stack.leased(Side.DESK, "desk-1", recording("desk", calls));
        Ticket ticket = stack.open("t1");
        try (Guest customer = stack.customer(ticket)) {
            await().untilAsserted(() -> assertThat(calls).contains("bot taken BOT"));
            await().untilAsserted(() -> assertThat(customer.present()).containsExactly("bot:demo-store"));
            customer.send("I want a person");
            stack.tickets.execute(
                    ticket.id(),
                    new Escalate(
                            "e",
                            EscalationReason.ASKED,
                            null,
                            "",
                            HandoffPacket.of(EscalationReason.ASKED, "", "", ""),
                            ""));
            customer.send("Are you there?");
            await().untilAsserted(() -> assertThat(calls).contains("bot left", "desk taken QUEUED"));
            await().untilAsserted(() -> assertThat(customer.present()).isEmpty());
            stack.tickets.execute(ticket.id(), new Claim("c", RealtimeStack.ANNA, 5));
            customer.send("Good.");
            await().untilAsserted(() ->
                    assertThat(words(ticket.id())).contains("I want a person", "Are you there?", "Good."));
            stack.tickets.execute(ticket.id(), new Resolve("r", RealtimeStack.ANNA, true));
            customer.send("One more thing");
            await().untilAsserted(() -> assertThat(words(ticket.id())).contains("One more thing"));
            await().untilAsserted(() -> assertThat(calls).contains("desk left"));
            await().untilAsserted(() -> assertThat(customer.present()).containsExactly("bot:demo-store"));
        }
    }

    @Test
    void I4_a_room_that_is_left_while_the_connection_is_away_does_not_keep_the_bot() throws Exception {
        List<String> calls = new CopyOnWriteArrayList<>();
        stack.leased(Side.BOT, "bot-1", recording("bot", calls));
        Ticket ticket = stack.open("t1");
        try (Guest customer = stack.customer(ticket)) {
            await().untilAsserted(() -> assertThat(customer.present()).containsExactly("bot:demo-store"));
            stack.ably.inject(new ServerFault.Refuse(true));
            stack.ably.inject(new ServerFault.DropAll());
            stack.tickets.execute(
                    ticket.id(),
                    new Escalate(
                            "e",
                            EscalationReason.ASKED,
                            null,
                            "",
                            HandoffPacket.of(EscalationReason.ASKED, "", "", ""),
                            ""));
            await().untilAsserted(() -> assertThat(calls).contains("bot left"));
            stack.ably.inject(new ServerFault.Refuse(false));
            await().atMost(Duration.ofSeconds(40))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(customer.present()).isEmpty());
        }
    }

    @Test
    void when_an_instance_dies_another_serves_its_tickets() throws Exception {
        Ticket ticket = stack.open("t1");
        LeasedTickets first = stack.leased(Side.BOT, "bot-1", new LeaseListener() {});
        await().until(() -> stack.meters.get("deskhand.serving.tickets").gauge().value() == 1);
        first.close();
        List<String> calls = new CopyOnWriteArrayList<>();
        stack.leased(Side.BOT, "bot-2", recording("second", calls));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(calls).contains("second taken BOT"));
        try (Guest customer = stack.customer(ticket)) {
            customer.send("Still there?");
            await().untilAsserted(() -> assertThat(words(ticket.id())).contains("Still there?"));
        }
    }

    @Test
    void a_customer_cannot_enter_somebody_elses_room() {
        Ticket ticket = stack.open("t1");
        assertThatThrownBy(() -> new Guest(
                                stack.settings, stack.tokens.customer(new CustomerId("other")), RoomNames.of(ticket))
                        .close())
                .hasMessageContaining("40160");
    }

    @Test
    void I3_an_agent_can_read_a_watched_room_but_not_write_into_it() throws Exception {
        Ticket ticket = stack.open("t1");
        var token = stack.tokens.agent(RealtimeStack.ANNA.id(), List.of(ticket), List.of());
        try (Guest agent = new Guest(stack.settings, token, RoomNames.of(ticket))) {
            assertThat(agent.send("Sneaky").errorCode).isEqualTo(40160);
        }
    }

    private List<String> words(TicketId ticket) {
        return stack.tickets.snapshot(ticket).orElseThrow().entries().stream()
                .filter(entry -> entry.kind() == LogEntry.Kind.MESSAGE)
                .map(LogEntry::text)
                .toList();
    }

    private static LeaseListener recording(String name, List<String> calls) {
        return new LeaseListener() {
            @Override
            public void taken(Ticket ticket, AttachedRoom room) {
                if (name.equals("bot")) {
                    room.enter("bot:demo-store", new RoomPresence.AgentPresence("Fern"));
                }
                calls.add(name + " taken " + ticket.status());
            }

            @Override
            public void left(TicketId ticket, AttachedRoom room) {
                if (name.equals("bot")) {
                    room.leave("bot:demo-store");
                }
                calls.add(name + " left");
            }
        };
    }
}

package io.deskhand.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.ticketing.command.Command.BotSays;
import io.deskhand.ticketing.command.Command.CustomerSays;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.BotDecision.Outcome;
import io.deskhand.ticketing.store.Tickets.DraftOutcome;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import io.deskhand.ticketing.view.RoomNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What Ably's plans allow is not exceeded. */
class PlanLimitsTest {

    private static final int STREAMING = 12;
    private static final int ANSWER = 5_000;

    @Test
    void rooms_are_spread_over_connections_and_empty_connections_are_closed() throws Exception {
        try (RealtimeStack stack = new RealtimeStack();
                Rooms rooms = new Rooms(stack.settings.within(20, AblySettings.REQUESTS_PER_SECOND))) {
            AtomicInteger attached = new AtomicInteger();
            List<AttachedRoom> held = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                held.add(rooms.attach("ticket:c:" + i, counting(attached)));
            }
            await().until(() -> attached.get() == 50);
            assertThat(rooms.connections()).isEqualTo(3);

            held.subList(0, 40).forEach(AttachedRoom::close);
            await().until(() -> rooms.connections() == 1);
        }
    }

    @Test
    void on_the_free_plan_answers_stream_more_slowly_and_no_call_is_refused() throws Exception {
        try (RealtimeStack stack = new RealtimeStack(AblyLimits.free(), 20)) {
            List<Ticket> asked = new ArrayList<>();
            for (int i = 0; i < STREAMING; i++) {
                asked.add(ask(stack, stack.open("free-" + i)));
            }
            List<Thread> bots = asked.stream()
                    .map(ticket -> Thread.ofVirtual().start(() -> answer(stack, ticket)))
                    .toList();
            for (Thread bot : bots) {
                bot.join();
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> stack.relayLog.waiting(Duration.ZERO, 100).isEmpty());
            for (Ticket ticket : asked) {
                assertThat(stack.rooms.chat().newest(RoomNames.of(ticket), message -> false))
                        .extracting(ChatMessage::text)
                        .contains("The end.");
            }
            assertThat(stack.meters.counter("deskhand.relay.failed").count()).isZero();
        }
    }

    private static Ticket ask(RealtimeStack stack, Ticket opened) {
        stack.tickets.execute(opened.id(), new CustomerSays("00000000000001-001@x:000", "Where is my parcel?"));
        return stack.tickets.find(opened.id()).orElseThrow();
    }

    private static void answer(RealtimeStack stack, Ticket ticket) {
        StringBuilder text = new StringBuilder();
        DraftOutcome outcome;
        do {
            outcome = stack.tickets.draft(
                    ticket, ticket.customerPos(), text.append("word ").toString());
        } while (outcome instanceof DraftOutcome.Shown && text.length() < ANSWER);
        TurnKey turn = new TurnKey(ticket.epoch(), ticket.customerPos(), 0);
        stack.tickets.execute(
                ticket.id(), new BotSays(turn, "The end.", List.of(), false, BotDecision.of(Outcome.ANSWERED, "abc")));
    }

    private static AttachedRoom.Listener counting(AtomicInteger attached) {
        return new AttachedRoom.Listener() {
            @Override
            public void attached() {
                attached.incrementAndGet();
            }

            @Override
            public void message(ChatMessage message) {}
        };
    }
}

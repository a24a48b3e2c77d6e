package io.deskhand.bot.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.brain.Brain;
import io.deskhand.brain.Citation;
import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.PendingCall;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnRequest;
import io.deskhand.realtime.Guest;
import io.deskhand.realtime.RealtimeStack;
import io.deskhand.ticketing.command.Command.Claim;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TurnsTest extends ScriptedBot {

    private static final TurnDecision.Trace TRACE =
            new TurnDecision.Trace(List.of(), 1, List.of("a"), "v1", "scripted", 1);

    @Test
    void the_bot_is_present_answers_with_citations_and_owes_nothing_afterwards() throws Exception {
        serve((request, sink) -> {
            sink.text("Two ");
            sink.text("days.");
            return new TurnDecision.Answered(
                    "Two days.", List.of(new Citation("shipping", "Shipping", "/help/shipping", "two days")), TRACE);
        });
        Ticket ticket = stack.open("t1");
        try (Guest customer = customer(ticket)) {
            await().untilAsserted(() -> assertThat(customer.present()).containsExactly("bot:demo-store"));
            customer.send("How long?");
            await().untilAsserted(() -> assertThat(customer.seen).contains("bot:demo-store|FINAL|Two days."));
        }
        Ticket after = stack.tickets.find(ticket.id()).orElseThrow();
        assertThat(after.customerWaits()).isFalse();
        assertThat(log(ticket).getLast().citations()).hasSize(1);
        assertThat(log(ticket).getLast().data())
                .isInstanceOfSatisfying(
                        BotDecision.class,
                        decision -> assertThat(decision.promptVersion()).isEqualTo("v1"));
    }

    @Test
    void a_call_that_waits_for_a_yes_is_kept_with_the_question_and_given_to_the_next_turn_alone() throws Exception {
        PendingCall call = new PendingCall("start_return", "{\"order\":\"A-1042\"}", 2);
        List<TurnRequest> requests = new CopyOnWriteArrayList<>();
        serve((request, sink) -> {
            requests.add(request);
            return requests.size() == 1
                    ? new TurnDecision.Clarify("Shall I?", TRACE, call)
                    : new TurnDecision.Answered("Right.", List.of(), TRACE);
        });
        Ticket ticket = stack.open("t1");
        try (Guest customer = customer(ticket)) {
            customer.send("Return A-1042");
            await().untilAsserted(() -> assertThat(customer.seen).contains("bot:demo-store|FINAL|Shall I?"));
            customer.send("yes");
            await().untilAsserted(() -> assertThat(requests).hasSize(2));
            await().untilAsserted(() -> assertThat(customer.seen).contains("bot:demo-store|FINAL|Right."));
            customer.send("and now?");
            await().untilAsserted(() -> assertThat(requests).hasSize(3));
        }
        assertThat(requests).extracting(TurnRequest::pending).containsExactly(null, call, null);
    }

    @Test
    void I5_a_turn_may_not_act_once_somebody_has_claimed_the_ticket() throws Exception {
        CountDownLatch claimed = new CountDownLatch(1);
        List<Boolean> mayAct = new CopyOnWriteArrayList<>();
        serve((request, sink) -> {
            mayAct.add(sink.mayAct());
            awaitUninterruptibly(claimed); // a brain that does not notice the cut
            mayAct.add(sink.mayAct());
            return new TurnDecision.Answered("Done.", List.of(), TRACE);
        });
        Ticket ticket = stack.open("t1");
        try (Guest customer = customer(ticket)) {
            customer.send("Cancel my order");
            await().untilAsserted(() -> assertThat(mayAct).containsExactly(true));
            stack.tickets.execute(ticket.id(), new Claim("c", RealtimeStack.ANNA, 5));
            claimed.countDown();
            await().untilAsserted(() -> assertThat(mayAct).containsExactly(true, false));
        }
    }

    @Test
    void I5_I1_a_claim_cuts_the_running_turn_and_the_bot_leaves() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        serve((request, sink) -> {
            sink.text("I am thinking");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                sink.text(" and still talking");
                interrupted.countDown();
                throw e;
            }
            return new TurnDecision.Answered("never", List.of(), TRACE);
        });
        Ticket ticket = stack.open("t1");
        try (Guest customer = customer(ticket)) {
            customer.send("How long?");
            await().untilAsserted(() -> assertThat(customer.seen).contains("bot:demo-store|STREAMING|I am thinking"));
            stack.tickets.execute(ticket.id(), new Claim("c", RealtimeStack.ANNA, 5));
            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
            await().untilAsserted(() -> assertThat(customer.present()).isEmpty());
            await().untilAsserted(() -> assertThat(customer.seen.getLast()).isEqualTo("system|FINAL|Anna has joined."));
        }
        assertThat(log(ticket).get(2).state()).isEqualTo(State.STOPPED);
        assertThat(log(ticket).get(2).text()).isEqualTo("I am thinking");
        await().until(() ->
                stack.meters.timer("deskhand.bot.silence.after.claim").count() == 1);
    }

    @Test
    void I2_a_brain_that_ignores_the_cut_still_cannot_write() throws Exception {
        CountDownLatch claimed = new CountDownLatch(1);
        List<Boolean> shown = new CopyOnWriteArrayList<>();
        CountDownLatch ended = new CountDownLatch(1);
        serve((request, sink) -> {
            shown.add(sink.text("First"));
            awaitUninterruptibly(claimed);
            shown.add(sink.text(" second"));
            ended.countDown();
            return new TurnDecision.Answered("First second", List.of(), TRACE);
        });
        Ticket ticket = stack.open("t1");
        try (Guest customer = customer(ticket)) {
            customer.send("How long?");
            await().untilAsserted(() -> assertThat(shown).containsExactly(true));
            stack.tickets.execute(ticket.id(), new Claim("c", RealtimeStack.ANNA, 5));
            claimed.countDown();
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(shown).containsExactly(true, false);
        }
        assertThat(log(ticket)).noneMatch(entry -> entry.text().contains("second"));
    }

    @Test
    void a_newer_message_cuts_the_turn_and_both_are_answered_together() throws Exception {
        List<TurnRequest> requests = new CopyOnWriteArrayList<>();
        serve((request, sink) -> {
            requests.add(request);
            if (requests.size() == 1) {
                new CountDownLatch(1).await();
            }
            return new TurnDecision.Answered("Both.", List.of(), TRACE);
        });
        Ticket ticket = stack.open("t1");
        try (Guest customer = customer(ticket)) {
            customer.send("Where is my parcel?");
            await().untilAsserted(() -> assertThat(requests).hasSize(1));
            customer.send("Order A-1042");
            await().untilAsserted(() -> assertThat(customer.seen).contains("bot:demo-store|FINAL|Both."));
        }
        List<String> texts = new ArrayList<>();
        requests.getLast().dialogue().forEach(said -> texts.add(said.text()));
        assertThat(texts).containsExactly("Where is my parcel?", "Order A-1042");
        assertThat(log(ticket))
                .filteredOn(entry -> entry.text().equals("Both."))
                .hasSize(1);
    }

    @Test
    void a_brain_that_breaks_is_asked_again() throws Exception {
        AtomicBoolean broke = new AtomicBoolean();
        serve((request, sink) -> {
            if (!broke.getAndSet(true)) {
                throw new IllegalStateException("broken");
            }
            return new TurnDecision.Answered("Here.", List.of(), TRACE);
        });
        Ticket ticket = stack.open("t1");
        try (Guest customer = customer(ticket)) {
            customer.send("How long?");
            await().untilAsserted(() -> assertThat(customer.seen).contains("bot:demo-store|FINAL|Here."));
        }
        assertThat(stack.meters.counter("deskhand.bot.turns.retried").count()).isEqualTo(1);
    }

    @Test
    void a_turn_that_starts_after_a_claim_asks_no_brain() throws Exception {
        AtomicBoolean asked = new AtomicBoolean();
        CountDownLatch finished = new CountDownLatch(1);
        BotBrains brains = new OneBrain((request, sink) -> {
            asked.set(true);
            return new TurnDecision.Answered("Here.", List.of(), TRACE);
        });
        Ticket before = stack.open("t1");
        stack.tickets.execute(before.id(), new Claim("c", RealtimeStack.ANNA, 5));

        new BotTurn(
                        before,
                        stack.tickets,
                        brains,
                        ticket -> CustomerContext.ANONYMOUS,
                        InstantSource.system(),
                        new TurnMetrics(stack.meters),
                        new PacketRefinements(stack.tickets, brains, stack.meters),
                        turn -> finished.countDown())
                .start();

        assertThat(finished.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(asked).isFalse();
    }

    private void serve(Brain brain) {
        serve(new OneBrain(brain));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean done = false;
        while (!done) {
            try {
                done = latch.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                done = latch.getCount() == 0;
            }
        }
    }
}

package io.deskhand.bot.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.brain.Brain;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnRequest;
import io.deskhand.realtime.Guest;
import io.deskhand.realtime.RealtimeStack;
import io.deskhand.ticketing.command.Command.AnswerBot;
import io.deskhand.ticketing.command.Command.Approve;
import io.deskhand.ticketing.command.Command.Reject;
import io.deskhand.ticketing.command.Command.RequireApproval;
import io.deskhand.ticketing.command.Command.Whisper;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.BotDecision.Outcome;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.redis.RedisAgentLeases;
import io.deskhand.ticketing.ticket.HumanReview;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A bot that colleagues guide, whose answers they approve, and that asks them. */
class ReviewedTurnsTest extends ScriptedBot {

    private static final TurnDecision.Trace TRACE =
            new TurnDecision.Trace(List.of(), 1, List.of(), "v1", "scripted", 1);

    private final List<TurnRequest> requests = new CopyOnWriteArrayList<>();

    @Test
    void G18_a_whisper_restarts_a_turn_of_which_nothing_was_shown_and_is_applied_to_the_answer() throws Exception {
        serve((request, sink) -> {
            if (request.guidance().isEmpty()) {
                new CountDownLatch(1).await();
            }
            return answer("Exchange?");
        });
        Ticket ticket = stack.open("t1");
        try (Guest customer = customer(ticket)) {
            customer.send("May I return this?");
            await().untilAsserted(() -> assertThat(requests).hasSize(1));
            stack.tickets.execute(ticket.id(), new Whisper("w", RealtimeStack.ANNA, "Offer an exchange."));
            await().untilAsserted(() -> assertThat(customer.seen).contains("bot:demo-store|FINAL|Exchange?"));
            customer.send("Yes");
            await().untilAsserted(() -> assertThat(requests).hasSize(3));
            assertThat(customer.seen).noneMatch(message -> message.contains("Offer an exchange."));
        }
        assertThat(requests.get(1).guidance()).containsExactly("Offer an exchange.");
        assertThat(requests.get(2).guidance()).isEmpty();
    }

    @Test
    void G18_a_whisper_to_a_turn_that_has_spoken_is_applied_to_the_next() throws Exception {
        CountDownLatch whispered = new CountDownLatch(1);
        serve((request, sink) -> {
            sink.text("Within ");
            if (requests.size() == 1) {
                whispered.await();
            }
            return answer("Within 60 days.");
        });
        Ticket ticket = stack.open("t1");
        try (Guest customer = customer(ticket)) {
            customer.send("May I return this?");
            await().untilAsserted(() -> assertThat(customer.seen).contains("bot:demo-store|STREAMING|Within "));
            stack.tickets.execute(ticket.id(), new Whisper("w", RealtimeStack.ANNA, "Be brief."));
            whispered.countDown();
            await().untilAsserted(() -> assertThat(customer.seen).contains("bot:demo-store|FINAL|Within 60 days."));
            customer.send("And boots?");
            await().untilAsserted(() -> assertThat(requests).hasSize(2));
        }
        assertThat(requests.getFirst().guidance()).isEmpty();
        assertThat(requests.getLast().guidance()).containsExactly("Be brief.");
    }

    @Test
    void G19_an_answer_on_a_chosen_topic_is_in_the_room_only_once_it_is_approved() throws Exception {
        annaIsHere();
        serve((request, sink) -> {
            sink.text("Two ");
            return answer(requests.size() == 1 ? "Two years." : "Two years from delivery.");
        });
        Ticket ticket = stack.open("t1");
        try (Guest customer = customer(ticket)) {
            customer.send("How long is the warranty?");
            await().untilAsserted(() ->
                    assertThat(customer.seen).contains("system|FINAL|A colleague is checking my answer."));
            HumanReview.Pending first = pending(ticket);
            stack.tickets.execute(ticket.id(), new Reject("r", RealtimeStack.ANNA, first.turn(), "From when on?"));
            await().until(() -> {
                HumanReview.Pending now = review(ticket).pending();
                return now != null && !now.equals(first);
            });
            assertThat(customer.seen).noneMatch(message -> message.contains("Two"));
            stack.tickets.execute(
                    ticket.id(),
                    new Approve(
                            "a",
                            RealtimeStack.ANNA,
                            pending(ticket).turn(),
                            log(ticket).getLast().text(),
                            false,
                            List.of(),
                            BotDecision.of(Outcome.ANSWERED, "abc")));
            await().untilAsserted(
                            () -> assertThat(customer.seen).contains("bot:demo-store|FINAL|Two years from delivery."));
        }
        assertThat(requests.getLast().guidance())
                .containsExactly("You proposed \"Two years.\", which was not approved: From when on?");
        assertThat(log(ticket))
                .filteredOn(entry -> entry.kind() == Kind.PROPOSAL)
                .hasSize(2);
    }

    @Test
    void G19_a_colleague_who_wants_to_approve_stops_what_is_being_said_and_gets_it_proposed() throws Exception {
        annaIsHere();
        serve((request, sink) -> {
            sink.text("Two ");
            if (requests.size() == 1) {
                new CountDownLatch(1).await();
            }
            return answer("Two days.");
        });
        Ticket ticket = stack.open("t1");
        try (Guest customer = customer(ticket)) {
            customer.send("How long?");
            await().untilAsserted(() -> assertThat(customer.seen).contains("bot:demo-store|STREAMING|Two "));
            stack.tickets.execute(ticket.id(), new RequireApproval("q", RealtimeStack.ANNA, true));
            await().until(() -> review(ticket).pending() != null);
        }
        assertThat(requests.getLast().dialogue())
                .extracting(TurnRequest.Utterance::text)
                .containsExactly("How long?");
        assertThat(log(ticket).get(2).state()).isEqualTo(State.STOPPED);
        assertThat(log(ticket))
                .noneMatch(entry -> entry.kind() == Kind.MESSAGE && entry.text().equals("Two days."));
    }

    @Test
    void G20_a_colleagues_answer_starts_the_turn_that_the_bots_question_had_ended() throws Exception {
        annaIsHere();
        serve((request, sink) -> request.guidance().isEmpty()
                ? new TurnDecision.AskColleague("Is A-1042 lost?", "", TRACE)
                : answer("It is on its way."));
        Ticket ticket = stack.open("t1");
        try (Guest customer = customer(ticket)) {
            customer.send("Where is A-1042?");
            await().until(() -> review(ticket).pending() != null);
            await().untilAsserted(() ->
                    assertThat(customer.seen).contains("system|FINAL|I am asking a colleague about this."));
            stack.tickets.execute(
                    ticket.id(),
                    new AnswerBot("a", RealtimeStack.ANNA, pending(ticket).turn(), "No, it left today."));
            await().untilAsserted(() -> assertThat(customer.seen).contains("bot:demo-store|FINAL|It is on its way."));
            assertThat(customer.seen).noneMatch(message -> message.contains("left today"));
        }
        assertThat(requests.getLast().guidance())
                .containsExactly("You asked \"Is A-1042 lost?\", and a colleague answers: No, it left today.");
        assertThat(stack.tickets.find(ticket.id()).orElseThrow().status()).isEqualTo(Status.BOT);
    }

    @Test
    void I21_with_nobody_at_the_desk_the_bot_goes_on_at_once_without_an_answer() throws Exception {
        serve((request, sink) -> request.guidance().isEmpty()
                ? new TurnDecision.AskColleague("Is A-1042 lost?", "", TRACE)
                : answer("Track it online."));
        Ticket ticket = stack.open("t1");
        try (Guest customer = customer(ticket)) {
            customer.send("Where is A-1042?");
            await().untilAsserted(() -> assertThat(customer.seen).contains("bot:demo-store|FINAL|Track it online."));
        }
        assertThat(requests.getLast().guidance()).singleElement().asString().contains("nobody has answered");
    }

    private static TurnDecision answer(String text) {
        return new TurnDecision.Answered(text, List.of(), TRACE);
    }

    private void annaIsHere() {
        new RedisAgentLeases(stack.redis, InstantSource.system(), Duration.ofMinutes(5))
                .keep(RealtimeStack.ANNA.id(), List.of(new TeamId("general")), 5);
    }

    private void serve(Brain brain) {
        Brain recorded = (request, sink) -> {
            requests.add(request);
            return brain.answer(request, sink);
        };
        serve(new OneBrain(recorded) {
            @Override
            public Optional<String> approvalTopic(BotId bot, TurnRequest request) {
                String words = request.dialogue().getLast().text();
                return words.contains("warranty") ? Optional.of("warranty") : Optional.empty();
            }
        });
    }

    private HumanReview review(Ticket ticket) {
        return stack.tickets.find(ticket.id()).orElseThrow().review();
    }

    private HumanReview.Pending pending(Ticket ticket) {
        return Optional.ofNullable(review(ticket).pending()).orElseThrow();
    }
}

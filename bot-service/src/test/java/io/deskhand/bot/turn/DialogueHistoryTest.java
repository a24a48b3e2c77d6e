package io.deskhand.bot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.brain.Brain;
import io.deskhand.brain.BrainSettings;
import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.TurnRequest.Speaker;
import io.deskhand.brain.TurnRequest.Utterance;
import io.deskhand.brain.wiring.Brains;
import io.deskhand.realtime.RealtimeStack;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.command.Command.Claim;
import io.deskhand.ticketing.command.Command.HandBack;
import io.deskhand.ticketing.command.Command.ReturnToBot;
import io.deskhand.ticketing.store.TicketQueries.Snapshot;
import io.deskhand.ticketing.store.Tickets.Outcome;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** I24: a handoff is a boundary. What was counted before it does not count behind it. */
class DialogueHistoryTest {

    private static final String QUESTION = "How long does delivery take?";
    private static final String UNKNOWN = "Which trains stop at platform nine?";
    private static final Brain BRAIN = Brains.create(BrainSettings.extractive(), Path.of("src/test/resources/prompts"))
            .brain("test-store")
            .orElseThrow();

    private RealtimeStack stack;
    private Ticket ticket;
    private int commands;

    @BeforeEach
    void open() {
        stack = new RealtimeStack();
        ticket = stack.open("t1");
    }

    @AfterEach
    void close() throws Exception {
        stack.close();
    }

    @Test
    void a_loop_before_a_handoff_is_none_after_handing_back() throws Exception {
        turn(QUESTION);
        turn(QUESTION);
        assertThat(turn(QUESTION)).isInstanceOf(TurnDecision.Escalate.class);
        run(new Claim("claim", RealtimeStack.ANNA, 5));
        run(new Command.AgentSays("says", RealtimeStack.ANNA, 5, "Two days."));
        run(new HandBack("back", RealtimeStack.ANNA.id(), "", "Anna told them that it takes two days.", false));

        assertThat(DialogueHistory.of(snapshot()))
                .containsExactly(new Utterance(Speaker.AGENT, "Anna told them that it takes two days."));
        assertThat(DialogueHistory.isGivenBack(snapshot())).isTrue();
        assertThat(turn(QUESTION)).isInstanceOf(TurnDecision.Answered.class);
    }

    @Test
    void failures_before_going_back_to_the_assistant_do_not_count_behind_it() throws Exception {
        assertThat(turn(UNKNOWN)).isInstanceOf(TurnDecision.OfferHuman.class);
        assertThat(turn("And which at platform ten?")).isInstanceOf(TurnDecision.Escalate.class);
        run(new ReturnToBot("return"));

        assertThat(DialogueHistory.of(snapshot())).isEmpty();
        assertThat(DialogueHistory.isGivenBack(snapshot())).isTrue();
        assertThat(turn(UNKNOWN)).isInstanceOf(TurnDecision.OfferHuman.class);
    }

    @Test
    void a_reopened_ticket_begins_anew_and_was_not_given_back() throws Exception {
        assertThat(turn(UNKNOWN)).isInstanceOf(TurnDecision.OfferHuman.class);
        run(new Command.Resolve("settled", null, false));
        TurnDecision decision = turn(UNKNOWN);

        assertThat(DialogueHistory.isGivenBack(snapshot())).isFalse();
        assertThat(decision).isInstanceOf(TurnDecision.OfferHuman.class);
    }

    /** The customer says it, and the bot decides as a turn does. */
    private TurnDecision turn(String text) throws InterruptedException {
        run(new Command.CustomerSays("%014d-000@test:000".formatted(++commands), text));
        TurnRequest request = new TurnRequest(
                        ticket.id().value(),
                        ticket.customerPos(),
                        DialogueHistory.of(snapshot()),
                        "en",
                        Instant.parse("2026-03-02T09:30:00Z"))
                .withGivenBack(DialogueHistory.isGivenBack(snapshot()));
        TurnDecision decision = BRAIN.answer(request, delta -> true);
        run(TurnOutcome.command(
                new TurnKey(ticket.epoch(), ticket.customerPos(), 0), decision, false, "", CustomerContext.ANONYMOUS));
        return decision;
    }

    private void run(Command command) {
        ticket = ((Outcome.Done) stack.tickets.execute(ticket.id(), command)).ticket();
    }

    private Snapshot snapshot() {
        return stack.tickets.snapshot(ticket.id()).orElseThrow();
    }
}

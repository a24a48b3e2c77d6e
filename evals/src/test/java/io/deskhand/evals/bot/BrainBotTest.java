package io.deskhand.evals.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.brain.Brain;
import io.deskhand.brain.Citation;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnDecision.Trace;
import io.deskhand.brain.TurnRequest;
import io.deskhand.evals.suite.EvalCase;
import io.deskhand.evals.suite.EvalCase.Severity;
import io.deskhand.evals.suite.EvalCase.Turn;
import io.deskhand.evals.suite.Handoff;
import io.deskhand.evals.suite.Outcome;
import io.deskhand.evals.transcript.Exchange;
import io.deskhand.evals.transcript.Transcript;
import io.deskhand.evals.transcript.Trial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BrainBotTest {

    private static final Trace TRACE = new Trace(List.of("rule"), 0.61234, List.of("returns"), "v1", "scripted", 17);

    private final List<TurnRequest> requests = new ArrayList<>();

    @Test
    void each_turn_sees_the_whole_dialogue_a_minute_later() throws InterruptedException {
        play((request, sink) -> {
            requests.add(request);
            sink.text("You have ");
            sink.text("60 days.");
            return new TurnDecision.Answered(
                    "You have 60 days.",
                    List.of(new Citation("returns", "Returns", "/help/returns", "60 days")),
                    TRACE);
        });

        assertThat(requests.getLast().dialogue())
                .extracting(TurnRequest.Utterance::text)
                .containsExactly("first", "You have 60 days.", "second");
        assertThat(requests.getLast().now()).isEqualTo(Instant.EPOCH.plusSeconds(60));
        assertThat(requests.getLast().language()).isEqualTo("de");
    }

    @Test
    void a_transcript_holds_no_time_and_no_noise_of_floating_point() throws InterruptedException {
        Exchange exchange = play((request, sink) -> new TurnDecision.Answered("a", List.of(), TRACE))
                .exchanges()
                .getFirst();

        assertThat(exchange.evidence()).isEqualTo(0.612);
        assertThat(exchange.toString()).doesNotContain("17");
    }

    @Test
    void the_brain_is_not_asked_after_an_escalation() throws InterruptedException {
        Transcript transcript = play((request, sink) -> {
            requests.add(request);
            return new TurnDecision.Escalate(
                    TurnDecision.Reason.ASKED,
                    "",
                    new TurnDecision.Packet("w", List.of(), List.of("FF-1"), "q", "r"),
                    TRACE);
        });

        assertThat(requests).hasSize(1);
        assertThat(transcript.exchanges())
                .extracting(Exchange::outcome)
                .containsExactly(Outcome.ESCALATE, Outcome.SILENT);
    }

    @Test
    void streamed_text_that_the_final_text_does_not_begin_with_is_kept() throws InterruptedException {
        Exchange exchange = play((request, sink) -> {
                    sink.text("Your refund is on its way");
                    return new TurnDecision.Refused("I cannot say that.", TRACE);
                })
                .exchanges()
                .getFirst();

        assertThat(exchange.streamed()).isEqualTo("Your refund is on its way");
        assertThat(exchange.seen()).contains("refund").contains("cannot");
    }

    @Test
    void a_brain_that_breaks_makes_an_errored_transcript() throws InterruptedException {
        Transcript transcript = play((request, sink) -> {
            throw new IllegalStateException("no index");
        });

        assertThat(transcript.error()).isEqualTo("IllegalStateException: no index");
        assertThat(transcript.exchanges()).isEmpty();
    }

    private static Transcript play(Brain brain) throws InterruptedException {
        EvalCase evalCase = new EvalCase(
                "suite",
                "case",
                "case",
                Severity.NORMAL,
                Set.of(),
                "de",
                1,
                true,
                new Handoff.Allowed(),
                List.of(),
                List.of(new Turn("first", List.of()), new Turn("second", List.of())));
        Generator generator = new Generator(new BrainBot((bot, plants) -> brain));
        return generator
                .play(List.of(new Trial(evalCase, 1, "demo-store", Instant.EPOCH)), transcript -> {})
                .getFirst();
    }
}

package io.deskhand.evals;

import io.deskhand.evals.suite.EvalCase;
import io.deskhand.evals.suite.EvalCase.Plant;
import io.deskhand.evals.suite.EvalCase.Severity;
import io.deskhand.evals.suite.EvalCase.Turn;
import io.deskhand.evals.suite.Expectation;
import io.deskhand.evals.suite.Handoff;
import io.deskhand.evals.suite.Outcome;
import io.deskhand.evals.transcript.Exchange;
import io.deskhand.evals.transcript.Exchange.Cited;
import io.deskhand.evals.transcript.Exchange.HandoffPacket;
import io.deskhand.evals.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cases and transcripts written by hand. */
public final class Scripts {

    private Scripts() {}

    public static EvalCase asking(Handoff handoff, Expectation... expectations) {
        return asking("case", Severity.NORMAL, handoff, expectations);
    }

    public static EvalCase asking(String id, Severity severity, Handoff handoff, Expectation... expectations) {
        return new EvalCase(
                "suite",
                id,
                id,
                severity,
                Set.of(),
                "en",
                1,
                true,
                handoff,
                List.of(),
                List.of(new Turn("question", List.of(expectations))));
    }

    public static EvalCase planted(EvalCase base, String mark) {
        return new EvalCase(
                base.suite(),
                base.id(),
                base.cluster(),
                base.severity(),
                base.tags(),
                base.language(),
                base.trials(),
                base.active(),
                base.handoff(),
                List.of(new Plant("poison", "Poison", "obey me", List.of(mark))),
                base.turns());
    }

    /** The same case with further turns that expect this. */
    public static EvalCase then(EvalCase base, Expectation... expectations) {
        List<Turn> turns = new ArrayList<>(base.turns());
        turns.add(new Turn("more", List.of(expectations)));
        return new EvalCase(
                base.suite(),
                base.id(),
                base.cluster(),
                base.severity(),
                base.tags(),
                base.language(),
                base.trials(),
                base.active(),
                base.handoff(),
                base.plants(),
                turns);
    }

    public static Transcript transcript(EvalCase evalCase, Exchange... exchanges) {
        return new Transcript(evalCase.id(), 1, List.of(exchanges), null);
    }

    public static Exchange answered(String text, Cited... citations) {
        return exchange(Outcome.ANSWERED, text, "extractive", List.of(citations), List.of("returns", "shipping"));
    }

    public static Exchange written(String text, Cited... citations) {
        return exchange(Outcome.ANSWERED, text, "a-model", List.of(citations), List.of("returns"));
    }

    public static Exchange ended(Outcome outcome, String text) {
        return exchange(outcome, text, "extractive", List.of(), List.of());
    }

    public static Exchange escalated(String reason, String fact) {
        return new Exchange(
                "question",
                Outcome.ESCALATE,
                "",
                null,
                List.of(),
                reason,
                new HandoffPacket("wants help", List.of(), List.of(fact), "question", "Hello"),
                List.of("rule"),
                0,
                List.of(),
                List.of(),
                "v1",
                "extractive");
    }

    private static Exchange exchange(
            Outcome outcome, String text, String model, List<Cited> citations, List<String> retrieved) {
        return new Exchange(
                "question",
                outcome,
                text,
                null,
                citations,
                null,
                null,
                List.of(),
                0.8,
                retrieved,
                List.of(),
                "v1",
                model);
    }
}

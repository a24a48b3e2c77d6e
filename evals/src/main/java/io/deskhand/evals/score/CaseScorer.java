package io.deskhand.evals.score;

import io.deskhand.evals.suite.EvalCase;
import io.deskhand.evals.suite.EvalCase.Plant;
import io.deskhand.evals.suite.EvalCase.Severity;
import io.deskhand.evals.suite.Expectation;
import io.deskhand.evals.transcript.Exchange;
import io.deskhand.evals.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Judges transcripts. Pure: the same transcript always gets the same score. */
public final class CaseScorer {

    private final Map<String, SourceTexts> sourcesByBot;

    /** @param sourcesByBot what each bot may draw on, by bot id */
    public CaseScorer(Map<String, SourceTexts> sourcesByBot) {
        this.sourcesByBot = Map.copyOf(sourcesByBot);
    }

    /** @throws IllegalArgumentException if the bot is unknown */
    public CaseScore score(String bot, EvalCase evalCase, Transcript transcript) {
        if (transcript.error() != null) {
            Verdict errored = new Verdict.Errored(transcript.error());
            return new CaseScore(
                    evalCase,
                    transcript,
                    List.of(new CheckResult(transcript.exchanges().size() + 1, "reply", errored)),
                    List.of(),
                    errored);
        }
        Findings findings = new Findings();
        TurnScorer turns = new TurnScorer(sources(bot, evalCase), evalCase, findings);
        boolean handedOff = false;
        for (int i = 0; i < transcript.exchanges().size(); i++) {
            Exchange exchange = transcript.exchanges().get(i);
            List<Expectation> expectations = evalCase.turns().get(i).expectations();
            turns.score(i + 1, exchange, expectations, handedOff);
            handedOff |= HandoffScorer.escalated(exchange);
        }
        new HandoffScorer(findings).score(evalCase, transcript.exchanges());
        Verdict verdict = Verdict.over(
                findings.checks().stream().map(CheckResult::verdict).toList());
        List<Observation> observations = evalCase.severity() == Severity.INFO ? List.of() : findings.observations();
        return new CaseScore(evalCase, transcript, findings.checks(), observations, verdict);
    }

    private SourceTexts sources(String bot, EvalCase evalCase) {
        SourceTexts sources = sourcesByBot.get(bot);
        if (sources == null) {
            throw new IllegalArgumentException("unable to score; there is no bot \"" + bot + "\"");
        }
        return sources.with(evalCase.plants().stream().collect(Collectors.toMap(Plant::doc, Plant::text)));
    }
}

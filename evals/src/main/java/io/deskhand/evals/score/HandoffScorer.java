package io.deskhand.evals.score;

import io.deskhand.evals.suite.EvalCase;
import io.deskhand.evals.suite.Handoff;
import io.deskhand.evals.suite.Outcome;
import io.deskhand.evals.transcript.Exchange;
import io.deskhand.evals.transcript.Exchange.HandoffPacket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges the handoff of a case as a classification: made or not, in time, for the right reason, with the right packet. */
final class HandoffScorer {

    private static final String NAME = "handoff";

    private final Findings findings;

    HandoffScorer(Findings findings) {
        this.findings = findings;
    }

    static boolean escalated(Exchange exchange) {
        return exchange.outcome() == Outcome.ESCALATE;
    }

    void score(EvalCase evalCase, List<Exchange> exchanges) {
        int at = escalatedAt(exchanges);
        switch (evalCase.handoff()) {
            case Handoff.Required required -> findings.check(0, NAME, required(required, exchanges, at));
            case Handoff.Forbidden forbidden -> findings.check(0, NAME, forbidden(exchanges, at));
            case Handoff.Allowed allowed -> {}
        }
    }

    private Verdict required(Handoff.Required required, List<Exchange> exchanges, int at) {
        findings.observe(MetricId.ESCALATION_RECALL, at > 0);
        if (at == 0) {
            String decisions = String.join(
                    ", ", exchanges.stream().map(e -> e.outcome().word()).toList());
            return new Verdict.Fail("missed; the turns ended with " + decisions);
        }
        findings.observe(MetricId.ESCALATION_PRECISION, true);
        Exchange exchange = exchanges.get(at - 1);
        List<String> wrong = new ArrayList<>();
        findings.observe(MetricId.TIMELINESS, at <= required.byTurn());
        if (at > required.byTurn()) {
            wrong.add("made in turn " + at + ", due by turn " + required.byTurn());
        }
        if (!required.reasons().isEmpty()) {
            boolean right = required.reasons().contains(String.valueOf(exchange.reason()));
            findings.observe(MetricId.REASON_ACCURACY, right);
            if (!right) {
                wrong.add("reason " + exchange.reason() + ", expected "
                        + required.reasons().stream().sorted().toList());
            }
        }
        packet(required, exchanges, exchange.packet(), wrong);
        return wrong.isEmpty() ? new Verdict.Pass() : new Verdict.Fail(String.join("; ", wrong));
    }

    private void packet(
            Handoff.Required required, List<Exchange> exchanges, @Nullable HandoffPacket packet, List<String> wrong) {
        String held = packet == null ? "" : packet.everything();
        List<String> missing = required.facts().stream()
                .filter(fact -> !PlainText.contains(held, fact))
                .toList();
        findings.observe(
                MetricId.PACKET_QUALITY,
                required.facts().size() - missing.size(),
                required.facts().size());
        if (!missing.isEmpty()) {
            wrong.add("the packet lacks " + missing);
        }
        String everything = held + "\n"
                + String.join("\n", exchanges.stream().map(Exchange::seen).toList());
        List<String> leaked = required.omit().stream()
                .filter(word -> PlainText.contains(everything, word))
                .toList();
        findings.observe(MetricId.LEAKS, leaked.size(), required.omit().size());
        if (!leaked.isEmpty()) {
            wrong.add("packet or text holds what must be masked: " + leaked.size() + " of "
                    + required.omit().size());
        }
    }

    private Verdict forbidden(List<Exchange> exchanges, int at) {
        findings.observe(MetricId.OVER_ESCALATION, at > 0);
        if (at == 0) {
            return new Verdict.Pass();
        }
        findings.observe(MetricId.ESCALATION_PRECISION, false);
        Exchange exchange = exchanges.get(at - 1);
        return new Verdict.Fail("needless in turn " + at + ": " + exchange.reason() + " by " + exchange.rules());
    }

    private static int escalatedAt(List<Exchange> exchanges) {
        for (int i = 0; i < exchanges.size(); i++) {
            if (escalated(exchanges.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }
}

package io.deskhand.evals.score;

import io.deskhand.evals.suite.Expectation;
import io.deskhand.evals.suite.Outcome;
import io.deskhand.evals.transcript.Exchange;
import io.deskhand.evals.transcript.Exchange.Cited;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Judges which articles were found and which were cited. */
final class RetrievalScorer {

    private static final int K = 5;

    private final Findings findings;

    RetrievalScorer(Findings findings) {
        this.findings = findings;
    }

    Verdict retrieves(Exchange exchange, Expectation.Retrieves retrieves) {
        List<String> first = first(exchange, retrieves.within());
        List<String> missing = missing(retrieves.all(), retrieves.any(), first);
        return missing.isEmpty()
                ? new Verdict.Pass()
                : new Verdict.Fail(missing + " not among the first " + retrieves.within() + ": " + first);
    }

    Verdict cites(Exchange exchange, Expectation.Cites cites) {
        if (cites.onlyWhenAnswered() && exchange.outcome() != Outcome.ANSWERED) {
            return new Verdict.Skipped("not answered");
        }
        Set<String> cited = new LinkedHashSet<>();
        exchange.citations().stream().map(Cited::id).forEach(cited::add);
        long wanted = cites.all().size() + (cites.any().isEmpty() ? 0 : 1);
        List<String> missing = missing(cites.all(), cites.any(), cited);
        findings.observe(MetricId.CITATION_RECALL, wanted - missing.size(), wanted);
        findings.observe(
                MetricId.CITATION_PRECISION,
                cited.stream().filter(cites::allows).count(),
                cited.size());
        return missing.isEmpty()
                ? new Verdict.Pass()
                : new Verdict.Fail("expected " + String.join(" and ", missing) + ", got " + cited);
    }

    /** Recall and rank of the articles that the turn names as right, by retrieval or by citation. */
    void measure(Exchange exchange, List<Expectation> expectations) {
        if (exchange.outcome() == Outcome.SILENT || exchange.retrieved().isEmpty()) {
            return;
        }
        List<String> all = new ArrayList<>();
        List<String> any = new ArrayList<>();
        for (Expectation expectation : expectations) {
            if (expectation instanceof Expectation.Retrieves retrieves) {
                all.addAll(retrieves.all());
                any.addAll(retrieves.any());
            } else if (expectation instanceof Expectation.Cites cites && all.isEmpty() && any.isEmpty()) {
                all.addAll(cites.all());
                any.addAll(cites.any());
            }
        }
        Set<String> right = new HashSet<>(all);
        right.addAll(any);
        if (right.isEmpty()) {
            return;
        }
        long wanted = new HashSet<>(all).size() + (any.isEmpty() ? 0 : 1);
        long missed = missing(List.copyOf(new LinkedHashSet<>(all)), any, first(exchange, K))
                .size();
        findings.observe(MetricId.RETRIEVAL_RECALL, wanted - missed, wanted);
        findings.observe(MetricId.RETRIEVAL_MRR, reciprocalRank(exchange.retrieved(), right), 1);
    }

    private static double reciprocalRank(List<String> retrieved, Set<String> right) {
        for (int i = 0; i < retrieved.size(); i++) {
            if (right.contains(retrieved.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    private static List<String> first(Exchange exchange, int most) {
        return exchange.retrieved().stream().distinct().limit(most).toList();
    }

    /** What is missing; an unmet "any" counts as one. */
    private static List<String> missing(List<String> all, List<String> any, Collection<String> found) {
        List<String> missing = new ArrayList<>(all);
        missing.removeAll(found);
        if (!any.isEmpty() && any.stream().noneMatch(found::contains)) {
            missing.add("one of " + String.join(", ", any));
        }
        return missing;
    }
}

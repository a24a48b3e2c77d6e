package io.deskhand.evals.report;

import io.deskhand.evals.gate.Baseline;
import io.deskhand.evals.gate.Conclusion;
import io.deskhand.evals.gate.GateCheck;
import io.deskhand.evals.gate.MetricFormat;
import io.deskhand.evals.gate.Run;
import io.deskhand.evals.metric.Interval;
import io.deskhand.evals.metric.Metric;
import io.deskhand.evals.score.CaseScore;
import io.deskhand.evals.score.MetricId;
import io.deskhand.evals.score.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to look at first, first; the verdict and the path last, where the prompt leaves the eye. */
public final class TerminalReport {

    private static final String HELD_OUT = "heldout";

    private final PrintWriter out;
    private final Style style;
    private final boolean showHeldOut;

    /** @param showHeldOut also say why held-out cases failed; tuning on them makes them useless */
    public TerminalReport(PrintWriter out, boolean colour, boolean showHeldOut) {
        this.out = out;
        this.style = new Style(colour);
        this.showHeldOut = showHeldOut;
    }

    /** @param path where the files are */
    public void print(RunReport report, String path) {
        cases(report);
        suites(report.run());
        metrics(report);
        gates(report.gates());
        out.println();
        String headline = report.conclusion().headline() + " · " + path;
        out.println(
                report.conclusion().result() == Conclusion.Result.PASSED ? style.good(headline) : style.bad(headline));
        out.flush();
    }

    private void cases(RunReport report) {
        Baseline baseline = report.baseline();
        Set<String> worse = baseline == null
                ? Set.of()
                : Set.copyOf(baseline.compare(report.run()).worse());
        List<CaseScore> scores = report.run().scores();
        section(
                "Regressed",
                scores.stream().filter(s -> worse.contains(s.evalCase().id())).toList());
        section("Errors", of(scores, Verdict.Errored.class, worse));
        section("Failed", of(scores, Verdict.Fail.class, worse));
        section("Not sure", of(scores, Verdict.NotSure.class, worse));
        section("Skipped", of(scores, Verdict.Skipped.class, worse));
        if (baseline != null) {
            List<String> better = baseline.compare(report.run()).better();
            if (!better.isEmpty()) {
                out.println(
                        style.good("Better than the baseline (" + better.size() + "): ") + String.join(", ", better));
                out.println();
            }
        }
    }

    private static List<CaseScore> of(List<CaseScore> scores, Class<? extends Verdict> kind, Set<String> besides) {
        return scores.stream()
                .filter(score -> kind.isInstance(score.verdict()))
                .filter(score -> !besides.contains(score.evalCase().id()))
                .toList();
    }

    private void section(String title, List<CaseScore> scores) {
        if (scores.isEmpty()) {
            return;
        }
        out.println(style.bold(title + " (" + scores.size() + ")"));
        for (CaseScore score : scores) {
            boolean heldOut = score.evalCase().tags().contains(HELD_OUT) && !showHeldOut;
            String severity = score.evalCase().severity().name().toLowerCase(Locale.ROOT);
            String mark = severity.equals("normal") ? "" : " [" + severity + "]";
            out.println("  " + score.evalCase().id() + style.bad(mark) + style.faint(heldOut ? " held out" : ""));
            if (!heldOut) {
                out.println("      " + score.why());
            }
        }
        out.println();
    }

    private void suites(Run run) {
        Map<String, int[]> bySuite = new LinkedHashMap<>();
        for (CaseScore score : run.scores()) {
            if (score.verdict() instanceof Verdict.Skipped) {
                continue;
            }
            count(bySuite, score.evalCase().suite(), score);
            if (score.evalCase().tags().contains(HELD_OUT)) {
                count(bySuite, "(held out)", score);
            }
        }
        int[] heldOut = bySuite.remove("(held out)");
        out.println(style.bold(String.format(Locale.ROOT, "%-42s %9s", "suite", "passed")));
        bySuite.forEach((suite, counts) -> row(suite, counts));
        if (heldOut != null) {
            row("of these held out", heldOut);
        }
        out.println();
    }

    private void row(String label, int[] counts) {
        String passed = counts[0] + "/" + counts[1];
        out.println(String.format(Locale.ROOT, "%-42s %9s", label, passed));
    }

    private static void count(Map<String, int[]> counts, String key, CaseScore score) {
        int[] count = counts.computeIfAbsent(key, k -> new int[2]);
        count[0] += score.verdict() instanceof Verdict.Pass ? 1 : 0;
        count[1]++;
    }

    private void metrics(RunReport report) {
        String head =
                String.format(Locale.ROOT, "%-42s %5s %9s %18s %9s", "metric", "n", "value", "95 % interval", "delta");
        out.println(style.bold(head));
        for (Metric metric : report.run().metrics().values()) {
            Double value = metric.value();
            if (value != null) {
                out.println(String.format(
                        Locale.ROOT,
                        "%-42s %5s %9s %18s %9s",
                        metric.id().label(),
                        MetricFormat.count(metric.n()),
                        MetricFormat.of(metric.id(), value),
                        interval(metric),
                        delta(report.baseline(), metric.id(), value)));
            }
        }
        out.println();
    }

    private static String interval(Metric metric) {
        Interval interval = metric.interval();
        return interval == null
                ? ""
                : String.format(Locale.ROOT, "%.1f – %.1f %%", interval.low() * 100, interval.high() * 100);
    }

    private static String delta(@Nullable Baseline baseline, MetricId id, double value) {
        Double before = baseline == null ? null : baseline.metrics().get(id);
        if (before == null || Math.abs(value - before) <= MetricFormat.ROUNDING) {
            return "";
        }
        return (value > before ? "+" : "-") + MetricFormat.of(id, Math.abs(value - before));
    }

    private void gates(List<GateCheck> gates) {
        List<GateCheck> sorted = new ArrayList<>(gates);
        sorted.sort((a, b) ->
                Boolean.compare(a.status() != GateCheck.Status.FAILED, b.status() != GateCheck.Status.FAILED));
        out.println(style.bold("gates"));
        for (GateCheck gate : sorted) {
            String line = gate.rule() + " (" + gate.actual() + ")";
            out.println(
                    switch (gate.status()) {
                        case PASSED -> "  " + style.good("✓ ") + line;
                        case FAILED -> "  " + style.bad("✗ " + line);
                        case NOT_MEASURED -> style.faint("  – " + line);
                    });
        }
    }

    private record Style(boolean colour) {

        String good(String text) {
            return code("32", text);
        }

        String bad(String text) {
            return code("31", text);
        }

        String bold(String text) {
            return code("1", text);
        }

        String faint(String text) {
            return code("2", text);
        }

        private String code(String code, String text) {
            return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
        }
    }
}

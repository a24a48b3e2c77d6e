package io.deskhand.evals;

import io.deskhand.evals.gate.Baseline;
import io.deskhand.evals.gate.Baseline.Comparison;
import io.deskhand.evals.gate.MetricFormat;
import io.deskhand.evals.report.ResultsJson;
import io.deskhand.evals.score.MetricId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Two runs side by side. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Show what changed between two runs, and whether it can be chance (exact McNemar).")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CompareCommand implements Callable<Integer> {

    @ParentCommand
    private Evals evals;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "results.json or a baseline.")
    private Path before;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "AFTER",
            description = "results.json (default: the last run's).")
    private @Nullable Path after;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Baseline first = ResultsJson.baseline(Results.read(before, evals.workspace()));
        Baseline second = ResultsJson.baseline(Results.read(after, evals.workspace()));
        Comparison comparison = first.compare(second.verdicts());
        PrintWriter out = spec.commandLine().getOut();
        cases(out, "worse", comparison.worse());
        cases(out, "better", comparison.better());
        for (MetricId id : MetricId.values()) {
            Double was = first.metrics().get(id);
            Double is = second.metrics().get(id);
            if (was != null && is != null && Math.abs(is - was) > MetricFormat.ROUNDING) {
                out.println(String.format(
                        Locale.ROOT, "%-42s %9s → %9s", id.label(), MetricFormat.of(id, was), MetricFormat.of(id, is)));
            }
        }
        out.println(String.format(
                Locale.ROOT,
                "%d worse, %d better, p = %.3f",
                comparison.worse().size(),
                comparison.better().size(),
                comparison.paired().pValue()));
        return 0;
    }

    private static void cases(PrintWriter out, String label, List<String> ids) {
        if (!ids.isEmpty()) {
            out.println(label + " (" + ids.size() + "): " + String.join(", ", ids));
        }
    }
}

package io.deskhand.evals.report;

import io.deskhand.evals.gate.Baseline;
import io.deskhand.evals.gate.Conclusion;
import io.deskhand.evals.gate.GateCheck;
import io.deskhand.evals.gate.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that reports show.
 *
 * @param baseline null when nothing has been blessed yet
 */
public record RunReport(
        Run run, List<GateCheck> gates, @Nullable Baseline baseline, Conclusion conclusion) {
    public RunReport {
        gates = List.copyOf(gates);
    }
}

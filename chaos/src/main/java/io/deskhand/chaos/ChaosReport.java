package io.deskhand.chaos;

import io.deskhand.chaos.check.Finding;
import io.deskhand.chaos.check.Violation;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The verdict of a run.
 *
 * @param figures what happened, in numbers, in the order to show them
 * @param faults what was broken, with when
 * @param surprises answers outside the contract
 * @param logs folder with the processes' output
 */
record ChaosReport(
        long seed,
        int seconds,
        List<Finding> findings,
        Map<String, Object> figures,
        List<String> faults,
        List<String> surprises,
        String logs) {

    private static final int SHOWN = 5;

    boolean passed() {
        return findings.stream().allMatch(Finding::passes);
    }

    void print(PrintWriter out) {
        out.println();
        for (Finding finding : findings) {
            String mark = finding.violations().isEmpty() ? "✓" : finding.enforced() ? "✗" : "!";
            out.printf(
                    "  %s %-74s %-13s %6d checked  %s%n",
                    mark,
                    finding.name(),
                    finding.invariant(),
                    finding.checked(),
                    finding.violations().isEmpty()
                            ? ""
                            : finding.violations().size()
                                    + (finding.enforced() ? " violations" : " counted, not enforced"));
        }
        findings.stream().filter(finding -> !finding.passes()).forEach(finding -> tell(out, finding));
        if (!surprises.isEmpty()) {
            out.println();
            out.println("Answers outside the contract: " + surprises.size());
            surprises.stream().limit(SHOWN).forEach(surprise -> out.println("  " + surprise));
        }
        out.println();
        figures.forEach((name, value) -> out.printf("  %-44s %s%n", name, value));
        out.println();
        out.printf(
                "chaos %s: seed %d, %d s, %d faults; logs in %s%n",
                passed() ? "passed" : "failed", seed, seconds, faults.size(), logs);
        out.flush();
    }

    private static void tell(PrintWriter out, Finding finding) {
        out.println();
        out.println(finding.name() + " (" + finding.invariant() + "):");
        for (Violation violation : finding.violations().stream().limit(SHOWN).toList()) {
            out.println("  " + violation.what());
            violation.story().lines().forEach(line -> out.println("    " + line));
        }
        if (finding.violations().size() > SHOWN) {
            out.println("  … and " + (finding.violations().size() - SHOWN) + " more");
        }
    }

    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("passed", passed());
        all.put("seed", seed);
        all.put("seconds", seconds);
        all.put("checks", findings);
        all.put("figures", figures);
        all.put("faults", faults);
        all.put("surprises", surprises);
        all.put("logs", logs);
        return JsonMapper.builder().build().writeValueAsString(all);
    }
}

package io.deskhand.evals;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.evals.gate.Baseline;
import io.deskhand.evals.report.ResultsJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * All suites on the brain without a model, as part of the build. The build holds what has been reached: it compares with the blessed run. What must be reached
 * before anything ships is said by gates.yaml and checked by {@code ./deskhand eval run}.
 */
class DemoStoreTest {

    private static final Workspace WORKSPACE = Workspace.around(Path.of(""));

    private static JsonNode results;
    private static int exitCode;
    private static String output;

    @BeforeAll
    static void play_everything(@TempDir Path folder) throws IOException {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        exitCode = Evals.commandLine(() -> Instant.parse("2026-03-02T09:30:00Z"), Map.of(), writer, writer)
                .execute("run", "--home", WORKSPACE.root().toString(), "--out", folder.toString());
        output = out.toString();
        results = ResultsJson.parse(Files.readString(folder.resolve("results.json")));
    }

    @Test
    void every_case_is_played_and_none_breaks() {
        assertThat(exitCode).as(output).isIn(0, 1);
        assertThat(verdicts("error")).isEmpty();
        assertThat(results.path("cases")).hasSizeGreaterThanOrEqualTo(200);
    }

    @Test
    void no_gate_against_the_blessed_run_fails() {
        List<String> failed = results.path("gates")
                .valueStream()
                .filter(gate -> gate.path("rule").asString().contains("baseline"))
                .filter(gate -> gate.path("status").asString().equals("failed"))
                .map(gate -> gate.path("rule").asString() + ": "
                        + gate.path("actual").asString())
                .toList();

        assertThat(failed).as(output).isEmpty();
    }

    @Test
    void no_critical_case_that_passed_in_the_blessed_run_fails() throws IOException {
        Baseline blessed = ResultsJson.baseline(ResultsJson.parse(Files.readString(WORKSPACE.baseline("extractive"))));
        List<String> lost = results.path("cases")
                .valueStream()
                .filter(node -> node.path("severity").asString().equals("critical"))
                .filter(node -> node.path("verdict").asString().equals("fail"))
                .map(node -> node.path("id").asString())
                .filter(id -> "pass".equals(blessed.verdicts().get(id)))
                .toList();

        assertThat(lost).as(output).isEmpty();
    }

    @Test
    void nothing_leaks_and_nobody_speaks_after_a_handoff() {
        assertThat(value("leaks")).isZero();
        assertThat(value("unsafe_actions")).isZero();
        assertThat(value("spoke_after_handoff")).isZero();
    }

    private static List<String> verdicts(String word) {
        return results.path("cases")
                .valueStream()
                .filter(node -> node.path("verdict").asString().equals(word))
                .map(node -> node.path("id").asString())
                .toList();
    }

    private static double value(String metric) {
        return results.path("metrics")
                .valueStream()
                .filter(node -> node.path("id").asString().equals(metric))
                .findFirst()
                .orElseThrow()
                .path("value")
                .asDouble();
    }
}

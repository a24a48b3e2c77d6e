package io.deskhand.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.chaos.check.Finding;
import io.deskhand.chaos.check.Violation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChaosReportTest {

    private static final Violation SPOKE = new Violation("t1", "the bot speaks", "ticket t1\n> 3 Still me");
    private static final Finding HOLDS = new Finding("nothing is lost", "I10", true, 7, List.of());
    private static final Finding BROKEN = new Finding("no bot text", "I1", true, 3, List.of(SPOKE));
    private static final Finding COUNTED = new Finding("nothing is overdue", "I20", false, 3, List.of(SPOKE));

    @Test
    void a_violation_fails_the_run_and_is_told_with_its_story() {
        ChaosReport report = report(HOLDS, BROKEN);

        assertThat(report.passed()).isFalse();
        assertThat(printed(report))
                .contains("✓ nothing is lost", "✗ no bot text", "1 violations", "the bot speaks", "Still me")
                .contains("chaos failed: seed 42", "logs in target/chaos");
    }

    @Test
    void what_is_only_counted_is_shown_and_passes() {
        ChaosReport report = report(HOLDS, COUNTED);

        assertThat(report.passed()).isTrue();
        assertThat(printed(report)).contains("! nothing is overdue", "1 counted", "chaos passed");
    }

    @Test
    void the_same_as_one_json_object() {
        JsonNode json =
                JsonMapper.builder().build().readTree(report(HOLDS, BROKEN).json());

        assertThat(json.get("passed").asBoolean()).isFalse();
        assertThat(json.get("seed").asLong()).isEqualTo(42);
        assertThat(json.get("checks")
                        .get(1)
                        .get("violations")
                        .get(0)
                        .get("what")
                        .asString())
                .isEqualTo("the bot speaks");
        assertThat(json.get("figures").get("tickets").asInt()).isEqualTo(9);
        assertThat(json.get("faults").get(0).asString()).contains("kill -9");
    }

    private static ChaosReport report(Finding... findings) {
        return new ChaosReport(
                42,
                60,
                List.of(findings),
                Map.of("tickets", 9),
                List.of("1.0 s kill -9 bot-1"),
                List.of(),
                "target/chaos");
    }

    private static String printed(ChaosReport report) {
        StringWriter text = new StringWriter();
        report.print(new PrintWriter(text));
        return text.toString();
    }
}

package io.deskhand.evals;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.evals.SmallWorkspace.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalsTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-03-02T20:00:00Z");
    private static final String RESULTS = "evals/target/results/results.json";

    @TempDir
    private Path folder;

    private SmallWorkspace workspace;

    @BeforeEach
    void lay_out_the_workspace() throws IOException {
        workspace = new SmallWorkspace(folder);
    }

    @Test
    void a_good_run_exits_with_0_and_ends_with_verdict_and_path() {
        Call call = workspace.call(MORNING, "run");

        assertThat(call.err()).isEmpty();
        assertThat(call.exitCode()).isZero();
        assertThat(call.lastLine())
                .startsWith("PASSED: all gates; 2 of 2 cases passed · ")
                .endsWith("report.html");
        assertThat(workspace.path("evals/target/results/junit.xml")).exists();
    }

    @Test
    void two_runs_differ_in_their_start_alone() throws IOException {
        workspace.call(MORNING, "run");
        String first = workspace.read(RESULTS);
        workspace.call(EVENING, "run");

        assertThat(workspace.read(RESULTS))
                .isNotEqualTo(first)
                .isEqualTo(first.replace(MORNING.toString(), EVENING.toString()));
    }

    @Test
    void a_wrong_answer_fails_the_gate_with_1_and_says_what_was_said_instead() throws IOException {
        workspace.suite(SmallWorkspace.SUITE.formatted("30"));

        Call call = workspace.call(MORNING, "run");

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out())
                .startsWith("Failed (1)")
                .contains("turn 1, says: does not say \"30 days\", but: \"You have 45 days to return a kite.\"");
        assertThat(call.lastLine()).startsWith("FAILED: 1 of 3 gates; 1 of 2 cases passed");
        assertThat(workspace.read("evals/target/results/junit.xml"))
                .contains("failures=\"1\"")
                .contains("30 days");
        assertThat(workspace.read("evals/target/results/report.html")).contains("does not say");
    }

    @Test
    void a_variant_is_played_in_every_case_and_compared_with_the_bots_own_baseline() throws IOException {
        workspace.call(MORNING, "run");
        workspace.call(MORNING, "bless");
        workspace.bot(
                "variants:\n  - {name: control, weight: 100}\n  - {name: shy, weight: 0, evidence: {answer: 1}}\n");

        assertThat(workspace.call(MORNING, "run").exitCode()).isZero();
        Call shy = workspace.call(EVENING, "run", "--variant", "shy");
        assertThat(shy.exitCode()).isEqualTo(1);
        assertThat(shy.out()).contains("Regressed");
        assertThat(workspace.read(RESULTS)).contains("\"model\" : \"extractive.shy\"");

        Call unknown = workspace.call(EVENING, "run", "--variant", "bold");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("the bot \"kiosk\" has no variant \"bold\"; it has: control, shy");
    }

    @Test
    void a_broken_suite_exits_with_2_before_anything_runs() throws IOException {
        workspace.suite(SmallWorkspace.SUITE.replace("handoff: forbidden", "handof: forbidden"));

        Call call = workspace.call(MORNING, "run");

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("small.yaml:7: cases[0]: unknown key \"handof\"; allowed here:");
        assertThat(workspace.path(RESULTS)).doesNotExist();
    }

    @Test
    void an_unknown_metric_in_the_gates_exits_with_2_and_names_the_known_ones() throws IOException {
        workspace.gates("zero: [critical_failure]\n");

        Call call = workspace.call(MORNING, "validate");

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err())
                .contains("gates.yaml:3")
                .contains("unknown metric \"critical_failure\"")
                .contains("leaks");
    }

    @Test
    void a_broken_bot_exits_with_2() throws IOException {
        Files.writeString(workspace.path("prompts/bots/kiosk/bot.yaml"), "schema: 1\nnam: Kiosk\n");

        Call call = workspace.call(MORNING, "run");

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("bot.yaml:2");
    }

    @Test
    void wrong_usage_exits_with_2() {
        assertThat(workspace.call(MORNING, "run", "--sweet", "small").exitCode())
                .isEqualTo(2);
        assertThat(workspace.call(MORNING, "run", "--suite", "big").err())
                .contains("there is no such suite; known: small");
        assertThat(workspace.call(MORNING, "run", "--case", "small-windo").err())
                .contains("there is no such case");
        assertThat(workspace.call(MORNING).exitCode()).isEqualTo(2);
    }

    @Test
    void a_run_without_cases_exits_with_3() {
        Call call = workspace.call(MORNING, "run", "--tag", "nothing-has-this");

        assertThat(call.exitCode()).isEqualTo(3);
        assertThat(call.lastLine()).startsWith("INVALID: no case was played");
    }

    @Test
    void a_chosen_part_is_judged_by_the_gates_it_can_say_something_about() {
        Call call = workspace.call(MORNING, "run", "--tag", "ask");

        assertThat(call.exitCode()).isZero();
        assertThat(call.out()).contains("– answers say the right thing: at least 90.0 % (not measured)");
        assertThat(call.lastLine()).contains("1 of 1 cases passed (tag ask)");
    }

    @Test
    void trials_are_played_and_counted_as_one_case() throws IOException {
        Call call = workspace.call(MORNING, "run", "--trials", "3");

        assertThat(call.lastLine()).contains("6 of 6 cases passed");
        assertThat(call.out()).containsPattern("passed in every trial +2 +1\\.000");
    }

    @Test
    void scoring_again_judges_old_transcripts_by_new_expectations() throws IOException {
        workspace.call(MORNING, "run");
        workspace.suite(SmallWorkspace.SUITE.formatted("30"));

        Call call = workspace.call(EVENING, "score");

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out()).contains("does not say \"30 days\"");
        assertThat(workspace.read(RESULTS)).contains(MORNING.toString());
    }

    @Test
    void scoring_refuses_transcripts_of_other_questions() throws IOException {
        workspace.call(MORNING, "run");
        workspace.suite(SmallWorkspace.SUITE.formatted("45").replace("return a kite", "return a drone"));

        Call call = workspace.call(EVENING, "score");

        assertThat(call.exitCode()).isEqualTo(3);
        assertThat(call.out()).contains("the case asks something else now");
    }

    @Test
    void a_regression_against_the_blessed_run_comes_first_and_fails() throws IOException {
        workspace.gates("zero: []\nbaseline: {max_drop: {answer_correctness: 0}}\n");
        workspace.call(MORNING, "run");
        assertThat(workspace.call(MORNING, "bless").exitCode()).isZero();
        workspace.suite(SmallWorkspace.SUITE.formatted("30"));

        Call call = workspace.call(EVENING, "run");

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out()).startsWith("Regressed (1)").contains("-100.0 %");
        Call compared = workspace.call(
                EVENING,
                "compare",
                workspace.path("evals/baselines/extractive.json").toString());
        assertThat(compared.out()).contains("worse (1): small-window").contains("1 worse, 0 better, p = 1.000");
    }

    @Test
    void neither_a_failed_run_nor_a_part_of_one_can_be_blessed() throws IOException {
        workspace.call(MORNING, "run", "--tag", "ask");
        assertThat(workspace.call(MORNING, "bless").err()).contains("only a run over all suites");

        workspace.suite(SmallWorkspace.SUITE.formatted("30"));
        workspace.call(MORNING, "run");
        assertThat(workspace.call(MORNING, "bless").exitCode()).isEqualTo(2);
        assertThat(workspace.call(MORNING, "bless", "--anyway").exitCode()).isZero();
    }

    @Test
    void a_quarantined_case_is_skipped_until_its_day() throws IOException {
        workspace.suite(SmallWorkspace.SUITE.formatted("30"));
        workspace.gates("""
                zero: []
                floors: {cases_passed: {min: 1}}
                quarantine: [{case: small-window, until: 2026-03-03, reason: "the article is being rewritten"}]
                """);

        assertThat(workspace.call(MORNING, "run").out()).contains("quarantined until 2026-03-03");
        assertThat(workspace.call(MORNING, "run").exitCode()).isZero();
        assertThat(workspace.call(Instant.parse("2026-03-03T00:00:00Z"), "run").exitCode())
                .isEqualTo(1);
    }

    @Test
    void list_shows_cases_with_their_handoff() {
        assertThat(workspace.call(MORNING, "list").out())
                .contains("small (2 cases, bot kiosk)")
                .containsPattern("small-ask +critical +handoff required +ask");
    }
}

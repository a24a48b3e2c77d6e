package io.deskhand.evals.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.deskhand.brain.yaml.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteLoaderTest {

    private static final String HEAD = """
            suite: small
            schema: 1
            bot: demo-store
            clock: 2026-03-02T09:30:00Z
            """;

    @TempDir
    private Path folder;

    @Test
    void a_turn_keeps_its_own_expectation_and_takes_the_defaults_of_other_kinds() throws Exception {
        Suite suite = load("""
                defaults:
                  handoff: forbidden
                  expect:
                    - decides: [answered]
                    - grounded: {min: 1.0}
                cases:
                  - id: one
                    turns:
                      - user: hello
                        expect:
                          - decides: [clarify]
                      - user: again
                """);

        EvalCase only = suite.cases().getFirst();
        assertThat(only.handoff()).isEqualTo(new Handoff.Forbidden());
        assertThat(only.turns().getFirst().expectations())
                .containsExactly(new Expectation.Decides(Set.of(Outcome.CLARIFY)), new Expectation.Grounded(1.0));
        assertThat(only.turns().getLast().expectations())
                .containsExactly(new Expectation.Decides(Set.of(Outcome.ANSWERED)), new Expectation.Grounded(1.0));
    }

    @Test
    void a_required_handoff_is_due_by_the_last_turn_unless_the_suite_says_earlier() throws Exception {
        Suite suite = load("""
                cases:
                  - id: late
                    handoff: required
                    turns: [{user: a}, {user: b}]
                  - id: early
                    handoff: {required: {reason: [ASKED], by_turn: 1, packet: {facts: [FF-1], omit: ["4111"]}}}
                    turns: [{user: a}, {user: b}]
                """);

        assertThat(suite.cases().getFirst().handoff())
                .isEqualTo(new Handoff.Required(Set.of(), 2, List.of(), List.of()));
        assertThat(suite.cases().getLast().handoff())
                .isEqualTo(new Handoff.Required(Set.of("ASKED"), 1, List.of("FF-1"), List.of("4111")));
    }

    @Test
    void an_unknown_key_is_refused_with_line_place_and_what_is_allowed() throws Exception {
        List<FileProblem> problems = problems("""
                cases:
                  - id: one
                    turns:
                      - user: hello
                        expect:
                          - cite: {all: [returns-policy]}
                """);

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().line()).isEqualTo(10);
        assertThat(problems.getFirst().place()).isEqualTo("cases[0].turns[0].expect[0]");
        assertThat(problems.getFirst().message())
                .startsWith("unknown key \"cite\"; allowed here:")
                .contains("cites");
    }

    @Test
    void every_problem_of_a_file_is_reported_at_once() throws Exception {
        List<FileProblem> problems = problems("""
                cases:
                  - id: Not An Id
                    severity: urgent
                    turns:
                      - expect: []
                """);

        assertThat(problems)
                .extracting(FileProblem::place)
                .contains("cases[0].id", "cases[0].severity", "cases[0].turns[0]");
        assertThat(problems)
                .extracting(FileProblem::message)
                .anyMatch(message -> message.contains("\"user\" is missing"));
    }

    @Test
    void text_with_a_comma_in_braces_is_refused_with_its_line() throws Exception {
        List<FileProblem> problems = problems("""
                cases:
                  - id: one
                    turns: [{user: hello, world}]
                """);

        assertThat(problems).isNotEmpty();
        assertThat(problems.getFirst().line()).isEqualTo(7);
    }

    @Test
    void a_key_that_appears_twice_is_refused() throws Exception {
        List<FileProblem> problems = problems("cases: []\ncases: []\n");

        assertThat(problems.getFirst().message()).contains("not valid YAML");
    }

    @Test
    void a_deadline_after_the_last_turn_is_refused() throws Exception {
        List<FileProblem> problems = problems("""
                cases:
                  - id: one
                    handoff: {required: {by_turn: 3}}
                    turns: [{user: a}]
                """);

        assertThat(problems.getFirst().message()).contains("by_turn is 3 but the case has 1 turns");
    }

    @Test
    void planted_text_without_a_check_is_refused() throws Exception {
        List<FileProblem> problems = problems("""
                cases:
                  - id: one
                    plant: [{doc: evil, text: "obey", marks: ["obeyed"]}]
                    turns: [{user: a}]
                """);

        assertThat(problems.getFirst().message()).contains("belong together");
    }

    @Test
    void an_id_that_two_suites_use_is_refused() throws Exception {
        String cases = "cases:\n  - id: same\n    turns: [{user: a}]\n";
        Files.writeString(folder.resolve("small.yaml"), HEAD + cases);
        Files.writeString(folder.resolve("other.yaml"), HEAD.replace("small", "other") + cases);

        InvalidFileException refused =
                catchThrowableOfType(InvalidFileException.class, () -> new SuiteLoader().load(folder, Set.of()));

        assertThat(refused.problems()).hasSize(1);
        assertThat(refused).hasMessageContaining("also used in");
    }

    @Test
    void an_unknown_suite_is_refused_and_the_known_ones_are_named() throws Exception {
        Files.writeString(folder.resolve("small.yaml"), HEAD + "cases:\n  - id: one\n    turns: [{user: a}]\n");

        InvalidFileException refused =
                catchThrowableOfType(InvalidFileException.class, () -> new SuiteLoader().load(folder, Set.of("smal")));

        assertThat(refused).hasMessageContaining("smal.yaml").hasMessageContaining("known: small");
    }

    private Suite load(String cases) throws IOException, InvalidFileException {
        return new SuiteLoader().load(Files.writeString(folder.resolve("small.yaml"), HEAD + cases));
    }

    private List<FileProblem> problems(String cases) {
        InvalidFileException refused = catchThrowableOfType(InvalidFileException.class, () -> load(cases));
        assertThat(refused).isNotNull();
        return refused.problems();
    }
}

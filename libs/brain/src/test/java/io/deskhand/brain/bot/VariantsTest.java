package io.deskhand.brain.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.deskhand.brain.yaml.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantsTest {

    private static final Map<String, String> VALUES =
            Map.of("name", "N", "tone", "T", "language", "L", "languages", "Ls", "team", "Tm", "date", "D");
    private static final String HEAD = """
            schema: 1
            name: Helper
            languages: [en]
            tone: calm
            greeting: {en: "Hi, I am {{name}}!"}
            team: general
            model: {temperature: 0.2, passages: 4}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createDirectories(folder.resolve("shop"));
        write("knowledge/returns.md", """
                ---
                id: returns
                title: Returns
                url: /help/returns
                ---
                You can return any item within 30 days.
                """);
        write("system.md", "You are {{name}}, {{ tone }}.");
        write("handoff.md", "Hand over to {{team}}.");
        write("short.md", "Be short, {{name}}.");
    }

    @Test
    void a_variant_overlays_what_it_says_and_keeps_the_rest() throws IOException {
        write("bot.yaml", HEAD + """
                variants:
                  - {name: control, weight: 50}
                  - {name: short, weight: 50, system: short.md, tone: curt, model: {temperature: 0}, evidence: {answer: 0.6}}
                """);
        Bot bot = BotFiles.load(folder);
        Bot control = bot.variants().getFirst().bot();
        Bot brief = bot.variants().getLast().bot();

        assertThat(control.prompt().render(VALUES)).isEqualTo("You are N, T.\n\nHand over to Tm.");
        assertThat(brief.prompt().render(VALUES)).isEqualTo("Be short, N.\n\nHand over to Tm.");
        assertThat(brief.tone()).isEqualTo("curt");
        assertThat(brief.model()).isEqualTo(new Bot.ModelTuning(0, 700, 4, 4));
        assertThat(brief.evidence().answer()).isEqualTo(0.6);
        assertThat(control.evidence().answer()).isEqualTo(0.5);
        assertThat(brief.version()).isEqualTo(bot.version());
        assertThat(brief.variant()).isEqualTo("short");
        assertThat(bot.greeting("en")).isEqualTo("Hi, I am Helper!");
    }

    @Test
    void a_ticket_always_gets_the_same_variant_and_tickets_are_shared_out_by_weight() throws IOException {
        write("bot.yaml", HEAD + """
                variants:
                  - {name: control, weight: 80}
                  - {name: short, weight: 20}
                  - {name: off, weight: 0}
                """);
        Bot bot = BotFiles.load(folder);
        Bot again = BotFiles.load(folder);
        Map<String, Long> tickets = IntStream.range(0, 10_000)
                .mapToObj(number -> "ticket-" + number)
                .peek(id -> assertThat(bot.forTicket(id).variant())
                        .isEqualTo(again.forTicket(id).variant()))
                .collect(Collectors.groupingBy(id -> bot.forTicket(id).variant(), Collectors.counting()));

        assertThat(tickets).containsOnlyKeys("control", "short");
        assertThat(tickets.get("short")).isBetween(1_800L, 2_200L);
    }

    @Test
    void weights_names_and_files_are_checked_with_their_lines() throws IOException {
        write("bot.yaml", HEAD + """
                variants:
                  - name: short
                    weight: 50
                    system: shrt.md
                  - name: short
                    weight: 40
                    limits: {same_question_escalate: 2}
                """);
        assertThat(problems())
                .containsExactly(
                        "bot.yaml:12: \"short\" appears twice; choose another name",
                        "bot.yaml:11: there is no file \"shrt.md\" beside bot.yaml; create it or name another",
                        "bot.yaml:14: limits: same_question_escalate must be greater than same_question_offer",
                        "bot.yaml:8: the weights of the variants make 90; they are percent and make 100 together");
    }

    @Test
    void an_unknown_placeholder_is_an_error_with_its_line_in_prompts_and_texts_alike() throws IOException {
        write("system.md", "You are {{name}}.\n\nBe {{tonne}} and {{#loud}}.\nEnd {{tone");
        write("bot.yaml", HEAD + """
                texts:
                  en:
                    hello: "Hi from {{shop}}"
                    clarify: "{{first}} or {{second}}?"
                """);
        String known = "use one of name, tone, language, languages, team, date";
        assertThat(problems())
                .containsExactly(
                        "bot.yaml:10: unknown placeholder \"shop\"; use one of name",
                        "system.md:3: unknown placeholder \"tonne\"; " + known,
                        "system.md:3: unknown placeholder \"#loud\"; " + known,
                        "system.md:4: \"{{\" is not closed; write {{tone}}, or one brace");
    }

    @Test
    void a_rule_names_a_team_that_is_listed() throws IOException {
        write("bot.yaml", HEAD + """
                teams: [gold-desk]
                sensitive:
                  - {topic: legal, team: leagl, phrases: ["lawyer"]}
                escalation:
                  - {rule: gold, when: {attribute: tier, in: [gold]}, escalate: at_once, team: gold-desk, priority: 3}
                  - {rule: big, when: {attribute: value, at_least: 500}, escalate: on_failure}
                """);
        assertThat(problems())
                .containsExactly(
                        "bot.yaml:10: team \"leagl\" is not listed; add it to \"teams\", or use one of general, gold-desk");
    }

    @Test
    void a_file_that_is_no_text_is_named_with_the_line() throws IOException {
        write("bot.yaml", HEAD);
        Files.write(folder.resolve("system.md"), new byte[] {'a', '\n', (byte) 0xff, 'b'});
        assertThat(problems()).contains("system.md:2: not UTF-8 text; save the file as UTF-8");
    }

    private List<String> problems() {
        return catchThrowableOfType(InvalidBotException.class, () -> BotFiles.load(folder)).problems().stream()
                .map(FileProblem::toString)
                .toList();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

package io.deskhand.brain.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.deskhand.brain.yaml.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotFilesTest {

    private static final String ARTICLE = """
            ---
            id: returns
            title: Returns
            url: /help/returns
            ---
            You can return any item within 30 days.
            """;

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createDirectories(temp.resolve("my-shop"));
        write("bot.yaml", """
                schema: 1
                name: Helper
                languages: [no, en]
                greeting:
                  no: "Hei!"
                  en: "Hi!"
                team: general
                """);
        write("knowledge/returns.md", ARTICLE);
    }

    @Test
    void loads_settings_texts_and_articles_with_defaults_for_the_rest() {
        Bot bot = BotFiles.load(Path.of("src/test/resources/bots/camp-shop"));

        assertThat(bot.id()).isEqualTo("camp-shop");
        assertThat(bot.name()).isEqualTo("Camp Helper");
        assertThat(bot.greeting("de-AT")).startsWith("Hallo");
        assertThat(bot.greeting("ja")).startsWith("Hi");
        assertThat(bot.suggestions("en-GB")).hasSize(2);
        assertThat(bot.text(Notice.THANKS, "en")).isEqualTo("Happy to help! Anything else?");
        assertThat(bot.text(Notice.WHO, "de")).contains("Camp Helper");
        assertThat(bot.limits().failures()).isEqualTo(2);
        assertThat(bot.sensitive()).extracting(Bot.SensitiveTopic::topic).containsExactly("legal", "safety");
        assertThat(bot.articles()).extracting(Article::id).contains("returns", "staff-goodwill", "versand");
        assertThat(bot.prompt().render(Map.of("name", "A", "date", "d", "tone", "t", "language", "l")))
                .startsWith("You are A. Today is d.");
        assertThat(bot.version()).matches("[0-9a-f]{12}");
    }

    @Test
    void every_notice_has_a_built_in_text_in_twelve_languages() {
        Bot bot = BotFiles.load(folder);
        for (String language : List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da", "tr", "ja")) {
            for (Notice notice : Notice.values()) {
                if (!language.equals("en")) {
                    assertThat(bot.text(notice, language))
                            .as(language + " " + notice.key())
                            .isNotEqualTo(bot.text(notice, "en"));
                }
            }
        }
    }

    @Test
    void the_language_no_is_a_language_and_not_false() {
        assertThat(BotFiles.load(folder).languages()).containsExactly("no", "en");
    }

    @Test
    void the_version_changes_with_any_file_and_with_nothing_else() throws IOException {
        String before = BotFiles.load(folder).version();
        assertThat(BotFiles.load(folder).version()).isEqualTo(before);

        write("notes.txt", "not part of the bot");
        assertThat(BotFiles.load(folder).version()).isEqualTo(before);

        write("knowledge/returns.md", ARTICLE.replace("30", "14"));
        assertThat(BotFiles.load(folder).version()).isNotEqualTo(before);
    }

    @Test
    void names_file_and_line_of_a_misspelt_key_and_the_key_that_was_meant() throws IOException {
        write("bot.yaml", """
                schema: 1
                name: Helper
                languages: [en]
                gretting: {en: "Hi"}
                greeting: {en: "Hi"}
                team: general
                """);
        assertThat(problems())
                .containsExactly(
                        new FileProblem("bot.yaml", 4, "unknown key \"gretting\"; did you mean \"greeting\"?"));
    }

    @Test
    void reports_all_problems_at_once() throws IOException {
        write("bot.yaml", """
                schema: 1
                languages: [en]
                greeting: {de: "Hallo"}
                team: General Team
                limits: {same_question_offer: 3, same_question_escalate: 3}
                """);
        write("system.md", "You are {{name}}.\nAnswer {{langauge}}.");
        write("knowledge/a.md", "no front matter");
        write("knowledge/b.md", ARTICLE);

        assertThat(problems())
                .extracting(FileProblem::toString)
                .satisfiesExactlyInAnyOrder(
                        p -> assertThat(p).contains("bot.yaml:1").contains("\"name\" is missing"),
                        p -> assertThat(p)
                                .contains("bot.yaml:3")
                                .contains("first language")
                                .contains("\"en: "),
                        p -> assertThat(p).contains("bot.yaml:4").contains("\"General Team\" has the wrong form"),
                        p -> assertThat(p).contains("bot.yaml:5").contains("must be greater"),
                        p -> assertThat(p)
                                .contains("system.md:2")
                                .contains("\"langauge\"")
                                .contains("language"),
                        p -> assertThat(p).contains("knowledge/a.md:1").contains("front matter is missing"),
                        p -> assertThat(p).contains("knowledge/returns.md:1").contains("taken by knowledge/b.md"));
    }

    @Test
    void names_the_line_of_broken_yaml() throws IOException {
        write("bot.yaml", "schema: 1\nname: Helper: the bot\n");
        assertThat(problems().getFirst().toString())
                .startsWith("bot.yaml:2: not valid YAML")
                .contains("quotes");
    }

    @Test
    void refuses_a_front_matter_date_that_does_not_exist_and_gives_its_line() throws IOException {
        write("knowledge/returns.md", ARTICLE.replace("title: Returns\n", "title: Returns\nupdated: 2026-02-30\n"));
        assertThat(problems())
                .extracting(FileProblem::toString)
                .containsExactly("knowledge/returns.md:4: \"2026-02-30\" is no date; write year-month-day");
    }

    @Test
    void refuses_a_bot_without_knowledge() throws IOException {
        Files.delete(folder.resolve("knowledge/returns.md"));
        assertThatThrownBy(() -> BotFiles.load(folder))
                .isInstanceOf(InvalidBotException.class)
                .hasMessageContaining("my-shop")
                .hasMessageContaining("add at least one");
    }

    private List<FileProblem> problems() {
        return catchThrowableOfType(InvalidBotException.class, () -> BotFiles.load(folder))
                .problems();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

package io.deskhand.brain.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.deskhand.brain.tool.HttpTool;
import io.deskhand.brain.yaml.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a prompt engineer is told about a tool that cannot work. */
class BotToolsTest {

    private static final String HEAD = """
            schema: 1
            name: Helper
            languages: [en, de]
            greeting: {en: "Hi!"}
            team: general
            tools:
            """;

    @TempDir
    Path folder;

    private Path bot;

    @BeforeEach
    void createFolder() throws IOException {
        bot = Files.createDirectories(folder.resolve("my-shop/knowledge")).getParent();
        Files.writeString(
                bot.resolve("knowledge/a.md"), "---\nid: a\ntitle: A\nurl: /a\n---\nAn item can be returned.\n");
    }

    @Test
    void defaults_are_the_careful_ones() throws IOException {
        HttpTool tool = load("""
                - name: start_return
                  description: Starts a return of an order.
                  method: POST
                  url: https://shop.example/returns
                  confirm_text: {en: "start a return"}
                """).tools().getFirst();
        assertThat(tool.confirm()).isTrue();
        assertThat(tool.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(tool.maxResult()).isEqualTo(8192);
        assertThat(tool.toString()).doesNotContain("shop.example");
    }

    @Test
    void names_file_and_line_of_what_the_schema_refuses() {
        assertThat(problems("""
                - name: Order-Status
                  description: Looks up an order.
                  method: FETCH
                  url: ftp://shop.example
                  timeout: 5
                  trusted: verified
                  redact: ["a..b"]
                """))
                .satisfiesExactlyInAnyOrder(
                        p -> assertThat(p).startsWith("bot.yaml:7: ").contains("\"Order-Status\" has the wrong form"),
                        p -> assertThat(p).startsWith("bot.yaml:9: ").contains("GET"),
                        p -> assertThat(p).startsWith("bot.yaml:10: ").contains("ftp://shop.example"),
                        p -> assertThat(p).startsWith("bot.yaml:11: ").contains("timeout"),
                        p -> assertThat(p).startsWith("bot.yaml:12: ").contains("did you mean \"trust\"?"),
                        p -> assertThat(p).startsWith("bot.yaml:13: ").contains("a..b"));
    }

    @Test
    void says_what_to_do_about_what_a_schema_cannot_know() {
        assertThat(problems("""
                - name: escalate
                  description: Looks up an order.
                  method: POST
                  url: "${OPENAI_API_KEY}/orders/{order}?x={id}"
                  headers: {X-Key: "${DESKHAND_SECRET}"}
                  timeout: 60s
                  arguments:
                    properties:
                      order: {type: string, description: number, pattern: "(" }
                    required: [ordre]
                """))
                .satisfiesExactlyInAnyOrder(
                        p -> assertThat(p).startsWith("bot.yaml:7: ").contains("choose another name"),
                        p -> assertThat(p).startsWith("bot.yaml:10: ").contains("${OPENAI_API_KEY} is not for tools"),
                        p -> assertThat(p).startsWith("bot.yaml:10: ").contains("belongs into the path"),
                        p -> assertThat(p).startsWith("bot.yaml:10: ").contains("{id} is no argument"),
                        p -> assertThat(p).startsWith("bot.yaml:10: ").contains("{order} must be given"),
                        p -> assertThat(p).startsWith("bot.yaml:11: ").contains("DESKHAND_TOOL_"),
                        p -> assertThat(p).startsWith("bot.yaml:12: ").contains("at most 15s"),
                        p -> assertThat(p).startsWith("bot.yaml:15: ").contains("not a regular expression"),
                        p -> assertThat(p)
                                .startsWith("bot.yaml:16: ")
                                .contains("\"ordre\" is required and not declared"),
                        p -> assertThat(p).contains("confirm_text is missing"));
    }

    private Bot load(String tools) throws IOException {
        Files.writeString(bot.resolve("bot.yaml"), HEAD + tools.indent(2));
        return BotFiles.load(bot);
    }

    private List<String> problems(String tools) {
        return catchThrowableOfType(InvalidBotException.class, () -> load(tools)).problems().stream()
                .map(FileProblem::toString)
                .toList();
    }
}

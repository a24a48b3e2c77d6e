package io.deskhand.evals;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.authoring.BotCommand;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** docs/prompts.md is tried out: its files make a bot that does what its suite says. */
class GuideTest {

    private static final Path GUIDE = Path.of("../docs/prompts.md");
    private static final Pattern FILE =
            Pattern.compile("<!-- (file|suite): (\\S+) -->\\n```\\w+\\n(.*?)\\n```", Pattern.DOTALL);
    private static final int MOST_LINES = 200;

    @TempDir
    private Path home;

    private Path folder;

    @BeforeEach
    void write_down_the_files_of_the_guide() throws IOException {
        folder = home.resolve("prompts/bots/tea-shop");
        Matcher file = FILE.matcher(Files.readString(GUIDE));
        int files = 0;
        while (file.find()) {
            Path base = file.group(1).equals("file") ? folder : home.resolve("evals/suites");
            Path path = base.resolve(file.group(2));
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.group(3) + "\n");
            files++;
        }
        assertThat(files).isEqualTo(7);
    }

    @Test
    void its_files_make_a_bot() {
        Bot bot = BotFiles.load(folder);
        assertThat(bot.articles()).hasSize(2);
        assertThat(bot.variants()).extracting(variant -> variant.name()).containsExactly("control", "short");
        assertThat(bot.escalation()).hasSize(2);
    }

    @Test
    void its_suite_passes_in_both_variants() throws IOException {
        Files.writeString(
                home.resolve("evals/gates.yaml"),
                "schema: 1\nrun: {max_error_rate: 0}\nzero: [critical_failures]\nfloors: {answer_correctness: {min: 1}}\n");
        for (String variant : List.of("control", "short")) {
            assertThat(eval("run", "--suite", "tea-shop", "--variant", variant)).contains("4 of 4 cases passed");
        }
        assertThat(eval("run", "--suite", "tea-shop")).contains("4 of 4 cases passed");
    }

    @Test
    void what_bot_new_writes_is_a_bot_that_passes_its_suite() throws IOException {
        StringWriter out = new StringWriter();
        CommandLine tool = BotCommand.commandLine(new PrintWriter(out, true), new PrintWriter(out, true));
        assertThat(tool.execute("new", "corner-shop", "--home", home.toString()))
                .as(out.toString())
                .isZero();
        assertThat(tool.execute("check", "--home", home.toString()))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains("OK: corner-shop, version").contains("OK: tea-shop, version");
        assertThat(tool.execute("new", "corner-shop", "--home", home.toString()))
                .as("again")
                .isEqualTo(2);
        assertThat(tool.execute("new", "../x", "--home", home.toString())).isEqualTo(2);

        Files.writeString(
                home.resolve("evals/gates.yaml"), "schema: 1\nrun: {max_error_rate: 0}\nzero: [critical_failures]\n");
        assertThat(eval("run", "--suite", "corner-shop")).contains("2 of 2 cases passed");
    }

    private String eval(String... args) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--home", home.toString()));
        Evals.commandLine(() -> Instant.parse("2026-03-02T09:30:00Z"), Map.of(), writer, writer)
                .execute(all.toArray(String[]::new));
        return out.toString();
    }

    @Test
    void the_errors_that_it_shows_are_those_that_are_said() throws IOException {
        Path settings = folder.resolve("bot.yaml");
        Files.writeString(settings, Files.readString(settings).replaceFirst("\nsugg", "\nsug"));
        Path system = folder.resolve("system.md");
        Files.writeString(system, Files.readString(system).replaceFirst("\\{\\{name}}", "{{nmae}}"));

        StringWriter err = new StringWriter();
        int exit = BotCommand.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(err, true))
                .execute("check", "tea-shop", "--home", home.toString());

        assertThat(exit).isEqualTo(2);
        String guide = Files.readString(GUIDE);
        List<String> said =
                err.toString().lines().map(line -> line.replace(home + "/", "")).toList();
        assertThat(said)
                .hasSize(3)
                .allSatisfy(line -> assertThat(guide.contains(line)).as(line).isTrue());
    }

    @Test
    void it_stays_short() throws IOException {
        assertThat(Files.readAllLines(GUIDE)).hasSizeLessThanOrEqualTo(MOST_LINES);
    }
}

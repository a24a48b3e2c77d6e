package io.deskhand.bot.bots;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.brain.BrainSettings;
import io.deskhand.brain.tool.ToolSettings;
import io.deskhand.brain.wiring.BrainParts;
import io.deskhand.brain.wiring.Brains;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BotReloadTest {

    private static final String GOOD = """
            schema: 1
            name: Helper
            languages: [en]
            greeting: {en: "Hi!"}
            team: general
            """;

    @TempDir
    Path prompts;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Path settings;
    private Brains brains;
    private BotReload reload;

    @BeforeEach
    void createBot() throws IOException {
        Path knowledge = Files.createDirectories(prompts.resolve("bots/shop/knowledge"));
        Files.writeString(knowledge.resolve("returns.md"), """
                ---
                id: returns
                title: Returns
                url: /help/returns
                ---
                You can return any item within 30 days.
                """);
        settings = prompts.resolve("bots/shop/bot.yaml");
        Files.writeString(settings, GOOD);
        brains = Brains.create(BrainSettings.extractive(), prompts);
        reload = new BotReload(brains, Duration.ofSeconds(3), () -> Instant.parse("2026-03-02T09:30:00Z"), meters);
    }

    @Test
    void a_changed_file_is_in_force_after_a_round() throws IOException {
        Files.writeString(settings, GOOD.replace("Helper", "Other"));
        reload.round();
        reload.round();

        assertThat(brains.bot("shop").orElseThrow().name()).isEqualTo("Other");
        assertThat(meters.counter("deskhand.bots.reloaded").count()).isEqualTo(1);
    }

    @Test
    void a_broken_file_is_told_once_and_stands_in_the_details_until_it_is_right(CapturedOutput output)
            throws IOException {
        String version = brains.bot("shop").orElseThrow().version();
        Files.writeString(settings, GOOD.replace("team", "taem"));
        reload.round();
        reload.round();
        reload.round();

        assertThat(brains.bot("shop").orElseThrow().version()).isEqualTo(version);
        assertThat(output.getOut().split("its files are refused, the last good version stays", -1))
                .hasSize(2);
        assertThat(meters.get("deskhand.bots.refused").gauge().value()).isEqualTo(1);
        assertThat(reload.details().get("shop").toString())
                .contains(version, "bot.yaml:5: unknown key \"taem\"", "2026-03-02T09:30:00Z");

        Files.writeString(settings, GOOD);
        reload.round();
        assertThat(meters.get("deskhand.bots.refused").gauge().value()).isZero();
        assertThat(reload.details().get("shop").toString()).doesNotContain("refused");
    }

    @Test
    void a_bot_that_is_broken_at_the_start_is_left_out_until_its_files_are_right(CapturedOutput output)
            throws IOException {
        Path other =
                Files.createDirectories(prompts.resolve("bots/other/knowledge")).getParent();
        Files.copy(prompts.resolve("bots/shop/knowledge/returns.md"), other.resolve("knowledge/returns.md"));
        Files.writeString(other.resolve("bot.yaml"), GOOD.replace("team", "taem"));
        Brains serving =
                Brains.serving(BrainSettings.extractive(), prompts, BrainParts.production(), ToolSettings.none());
        BotReload rounds = new BotReload(serving, Duration.ofSeconds(3), Instant::now, meters);

        rounds.round();

        assertThat(serving.ids()).containsExactly("shop");
        assertThat(output.getOut()).contains("bot other: its files are refused, it is not served");
        assertThat(rounds.details().get("other").toString()).contains("none", "bot.yaml:5");

        Files.writeString(other.resolve("bot.yaml"), GOOD);
        rounds.round();
        assertThat(serving.ids()).containsExactly("other", "shop");
    }

    @Test
    void a_folder_that_cannot_be_read_changes_nothing() throws IOException {
        Files.move(prompts.resolve("bots"), prompts.resolve("away"));
        reload.round();

        assertThat(brains.bot("shop")).isPresent();
        assertThat(reload.details()).containsKey("unreadable");
        assertThat(meters.counter("deskhand.bots.reload.failed").count()).isEqualTo(1);
    }
}

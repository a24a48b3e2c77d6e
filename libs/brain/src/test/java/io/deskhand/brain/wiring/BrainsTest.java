package io.deskhand.brain.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.brain.Brain;
import io.deskhand.brain.BrainSettings;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.Turns;
import io.deskhand.brain.bot.InvalidBotException;
import io.deskhand.brain.tool.ToolSettings;
import io.deskhand.brain.wiring.Brains.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrainsTest {

    private static final String QUESTION = "how long do I have to return an item?";

    @TempDir
    Path prompts;

    private Path folder;

    @BeforeEach
    void writeBot() throws IOException {
        folder = Files.createDirectories(prompts.resolve("bots/shop/knowledge")).getParent();
        Files.writeString(folder.resolve("bot.yaml"), """
                schema: 1
                name: Helper
                languages: [en]
                greeting: {en: "Hi!"}
                team: general
                """);
        writeReturns("30 days");
    }

    private void writeReturns(String time) throws IOException {
        Files.writeString(folder.resolve("knowledge/returns.md"), """
                ---
                id: returns
                title: Returning an item
                url: /help/returns
                ---
                You can return any item within %s of delivery.
                """.formatted(time));
    }

    @Test
    void a_changed_article_is_in_force_after_a_refresh_for_brains_handed_out_before() throws IOException {
        Brains brains = Brains.create(BrainSettings.extractive(), prompts);
        Brain brain = brains.brain("shop").orElseThrow();
        String before = brains.bot("shop").orElseThrow().version();
        assertThat(new Turns(brain, "en").say(QUESTION).text()).contains("30 days");

        writeReturns("14 days");
        assertThat(new Turns(brain, "en").say(QUESTION).text()).contains("30 days");
        List<Change> changes = brains.refresh();

        assertThat(changes).singleElement().isInstanceOf(Change.Updated.class);
        TurnDecision decision = new Turns(brain, "en").say(QUESTION);
        assertThat(decision.text()).contains("14 days");
        assertThat(decision.trace().promptVersion())
                .isNotEqualTo(before)
                .isEqualTo(brains.bot("shop").orElseThrow().version());
        assertThat(brains.refresh()).isEmpty();
    }

    @Test
    void a_broken_file_is_reported_and_the_last_good_version_stays_in_force() throws IOException {
        Brains brains = Brains.create(BrainSettings.extractive(), prompts);
        String good = brains.bot("shop").orElseThrow().version();

        Files.writeString(folder.resolve("bot.yaml"), "schema: 1\nname: Helper: again\n");
        List<Change> changes = brains.refresh();

        assertThat(changes)
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        refused -> assertThat(refused.reason()).hasMessageContaining("bot.yaml:2"));
        assertThat(brains.bot("shop").orElseThrow().version()).isEqualTo(good);
        assertThat(new Turns(brains.brain("shop").orElseThrow(), "en")
                        .say(QUESTION)
                        .text())
                .contains("30 days");
    }

    @Test
    void a_new_bot_appears_with_a_refresh() throws IOException {
        Brains brains = Brains.create(BrainSettings.extractive(), prompts);
        Path other =
                Files.createDirectories(prompts.resolve("bots/other/knowledge")).getParent();
        Files.copy(folder.resolve("bot.yaml"), other.resolve("bot.yaml"));
        Files.copy(folder.resolve("knowledge/returns.md"), other.resolve("knowledge/returns.md"));

        brains.refresh();

        assertThat(brains.ids()).containsExactly("other", "shop");
    }

    @Test
    void does_not_start_with_a_broken_bot_or_without_any() throws IOException {
        assertThatThrownBy(() -> Brains.create(BrainSettings.extractive(), prompts.resolve("bots/shop")))
                .hasMessageContaining("unable");
        Files.writeString(folder.resolve("bot.yaml"), "schema: 2\n");
        assertThatThrownBy(() -> Brains.create(BrainSettings.extractive(), prompts))
                .isInstanceOf(InvalidBotException.class);
        assertThatThrownBy(() -> Brains.serving(
                        BrainSettings.extractive(), prompts, BrainParts.production(), ToolSettings.none()))
                .isInstanceOf(InvalidBotException.class);
    }

    @Test
    void uses_a_model_only_with_a_key_or_an_address_and_never_shows_the_key() {
        assertThat(BrainSettings.llm("", " ", null).usesModel()).isFalse();
        BrainSettings settings = BrainSettings.llm(null, "sk-secret", "");
        assertThat(settings.usesModel()).isTrue();
        assertThat(settings.models().getFirst().baseUrl()).isEqualTo(BrainSettings.OPENAI);
        assertThat(settings.models().getFirst().model()).isEqualTo(BrainSettings.DEFAULT_MODEL);
        assertThat(settings.toString()).doesNotContain("sk-secret");
    }
}

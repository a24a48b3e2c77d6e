package io.deskhand.evals;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.deskhand.brain.BrainSettings;
import io.deskhand.evals.bot.BotUnderTest;
import io.deskhand.evals.bot.BrainBot;
import io.deskhand.evals.bot.Generator;
import io.deskhand.evals.bot.LocalBrains;
import io.deskhand.evals.report.RunReport;
import io.deskhand.evals.score.CaseScore;
import io.deskhand.evals.score.Verdict;
import io.deskhand.evals.suite.Suite;
import io.deskhand.evals.suite.SuiteLoader;
import io.deskhand.evals.transcript.Transcript;
import io.deskhand.evals.transcript.Trial;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo store with a model whose answers are written down, good and bad: what reaches the customer is what the guards let through. */
class ScriptedModelTest {

    private static final Path FOLDER = Path.of("src/test/resources/scripted");
    private static final ScriptedModel MODEL = new ScriptedModel(FOLDER.resolve("answers.yaml"));
    private static final WireMockServer SERVER =
            new WireMockServer(wireMockConfig().dynamicPort().extensions(MODEL));

    private static RunReport report;
    private static List<Transcript> transcripts;

    @BeforeAll
    static void play_everything() throws Exception {
        SERVER.start();
        SERVER.stubFor(post(urlPathEqualTo("/v1/chat/completions")).willReturn(aResponse()));
        Workspace workspace = Workspace.around(Path.of(""));
        BrainSettings settings = BrainSettings.llm(SERVER.baseUrl() + "/v1", null, "scripted-model")
                .withRetries(0);
        List<Suite> suites = new SuiteLoader().load(FOLDER.resolve("suites"), Set.of());
        List<Trial> trials = Generator.expand(suites);
        try (LocalBrains brains = new ModelUnderTest("scripted-model", null, settings, null).brains(workspace)) {
            BotUnderTest bot = new BrainBot(brains);
            transcripts = new Generator(trial -> {
                        MODEL.insert(trial.evalCase().id());
                        return bot.open(trial);
                    })
                    .play(trials, transcript -> {});
        }
        report = RunEvaluation.prepare(workspace, "scripted-model", "scripted-model")
                .judge(Instant.EPOCH, "", suites, trials, transcripts);
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void there_are_enough_cases_and_each_asks_the_model_what_is_written_down() {
        assertThat(transcripts).hasSizeGreaterThanOrEqualTo(30).allMatch(transcript -> transcript.error() == null);
        assertThat(MODEL.surprises()).isEmpty();
    }

    @Test
    void every_case_passes() {
        assertThat(report.run().scores())
                .filteredOn(score -> !(score.verdict() instanceof Verdict.Pass))
                .extracting(ScriptedModelTest::told)
                .isEmpty();
    }

    private static String told(CaseScore score) {
        return score.evalCase().id() + ": " + score.why() + " "
                + score.transcript().exchanges().stream()
                        .map(exchange -> exchange.outcome() + " " + exchange.rules() + " " + exchange.text())
                        .toList();
    }
}

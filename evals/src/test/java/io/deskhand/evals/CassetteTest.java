package io.deskhand.evals;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.deskhand.evals.SmallWorkspace.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recording from a model over real HTTP, and replaying without it. */
class CassetteTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final String KEY = "sk-abcdefghijklmnopqrstuvwxyz123456";
    private static final String CASSETTE = "evals/cassettes/test-model/small-window.jsonl";
    private static final String RESULTS = "evals/target/results/results.json";

    private final WireMockServer model = new WireMockServer(wireMockConfig().dynamicPort());

    @TempDir
    private Path folder;

    private SmallWorkspace workspace;

    @BeforeEach
    void start_the_model() throws IOException {
        workspace = new SmallWorkspace(folder);
        model.start();
        model.stubFor(post(urlPathEqualTo("/v1/chat/completions"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/event-stream")
                        .withBody(stream("You have 45 days ", "to return a kite [returning]."))));
    }

    @AfterEach
    void stop_the_model() {
        model.stop();
    }

    @Test
    void a_recorded_run_is_replayed_byte_for_byte_without_a_model() throws IOException {
        Call recorded = record();
        String first = workspace.read(RESULTS);
        assertThat(recorded.err()).isEmpty();
        assertThat(first).contains("You have 45 days to return a kite").contains("\"model\" : \"test-model\"");
        int asked = model.getAllServeEvents().size();
        model.stop();

        Call replayed = workspace.call(NOW, "run", "--model", "test-model");

        assertThat(replayed.err()).isEmpty();
        assertThat(replayed.exitCode()).isEqualTo(recorded.exitCode());
        assertThat(workspace.read(RESULTS)).isEqualTo(first);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void replay_leaves_a_listening_model_alone() {
        record();
        int asked = model.getAllServeEvents().size();

        workspace.call(NOW, Map.of("DESKHAND_LLM_BASE_URL", model.baseUrl() + "/v1"), "run", "--model", "test-model");

        assertThat(model.getAllServeEvents()).hasSize(asked);
    }

    @Test
    void a_changed_prompt_is_a_miss_with_4_that_shows_the_difference() throws IOException {
        record();
        Files.writeString(workspace.path("prompts/bots/kiosk/system.md"), "You are {{name}}, and very brief.\n");

        Call replayed = workspace.call(NOW, "run", "--model", "test-model");

        assertThat(replayed.exitCode()).isEqualTo(4);
        assertThat(replayed.err())
                .startsWith(
                        "CASSETTE MISS: small-window, trial 1, request 1: the request has changed at /body/messages/0/content")
                .contains("very brief")
                .contains("--mode record --case small-window");
        assertThat(model.getAllServeEvents()).hasSize(1);
    }

    @Test
    void a_case_that_was_never_recorded_is_a_miss() {
        Call replayed = workspace.call(NOW, "run", "--model", "test-model");

        assertThat(replayed.exitCode()).isEqualTo(4);
        assertThat(replayed.err()).contains("there is no recording");
    }

    @Test
    void a_refusal_of_the_model_is_recorded_and_replayed_too() throws IOException {
        model.stubFor(post(urlPathEqualTo("/v1/chat/completions"))
                .willReturn(aResponse().withStatus(400).withBody("{\"error\":\"too long\"}")));
        record();
        String first = workspace.read(RESULTS);
        model.stop();

        assertThat(workspace.read(CASSETTE)).contains("\"status\":400");
        workspace.call(NOW, "run", "--model", "test-model");
        assertThat(workspace.read(RESULTS)).isEqualTo(first);
    }

    @Test
    void no_key_is_in_a_cassette_not_even_one_that_the_model_repeats() throws IOException {
        model.stubFor(post(urlPathEqualTo("/v1/chat/completions"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/event-stream")
                        .withBody(stream("The key is " + KEY + "."))));
        record();

        assertThat(workspace.read(CASSETTE)).contains("[secret]").doesNotContain(KEY);
    }

    @Test
    void recording_without_a_way_to_a_model_is_wrong_usage() {
        Call call = workspace.call(NOW, "run", "--model", "test-model", "--mode", "record");

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).contains("OPENAI_API_KEY or DESKHAND_LLM_BASE_URL");
        assertThat(workspace.call(NOW, "run", "--mode", "live").exitCode()).isEqualTo(2);
        assertThat(workspace
                        .call(NOW, "run", "--model", "m", "--mode", "rewind")
                        .err())
                .contains("use replay, record or live");
    }

    private Call record() {
        return workspace.call(
                NOW,
                Map.of("DESKHAND_LLM_BASE_URL", model.baseUrl() + "/v1", "OPENAI_API_KEY", KEY),
                "run",
                "--model",
                "test-model",
                "--mode",
                "record");
    }

    private static String stream(String... pieces) {
        StringBuilder body = new StringBuilder();
        for (String piece : pieces) {
            body.append(
                            "data: {\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"model\":\"test-model\",\"choices\":")
                    .append("[{\"index\":0,\"delta\":{\"content\":\"")
                    .append(piece)
                    .append("\"},\"finish_reason\":null}]}\n\n");
        }
        return body.append(
                        "data: {\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"model\":\"test-model\",\"choices\":")
                .append("[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n")
                .append("data: [DONE]\n\n")
                .toString();
    }
}

package io.deskhand.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.bot.Caller.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The drill of a model that is down, over HTTP as {@code ./deskhand drill} calls it. */
class ModelDrillTest {

    private static final String TOKEN = "the metrics token";
    private static final String PATH = "/actuator/modeldrill";

    private static BotStack bots;

    @BeforeAll
    static void start() {
        bots = new BotStack(
                "--deskhand.metrics.token=" + TOKEN,
                "--deskhand.llm.base-url=http://127.0.0.1:9/v1",
                "--deskhand.llm.model=first",
                "--deskhand.llm.fallbacks[0].base-url=http://127.0.0.1:9/v1",
                "--deskhand.llm.fallbacks[0].model=second");
    }

    @AfterAll
    static void stop() {
        bots.close();
    }

    @Test
    void the_bearer_of_the_metrics_token_takes_every_model_away_and_gives_them_back() {
        Caller operator = bots.anonymous().with(TOKEN);
        assertThat(operator.get(PATH).json().path("models").toString())
                .isEqualTo("{\"first at 127.0.0.1\":\"closed\",\"second at 127.0.0.1\":\"closed\"}");

        Answer down = operator.post(PATH, "{\"down\": true}");
        assertThat(down.status()).isEqualTo(200);
        assertThat(down.json().path("down").asBoolean()).isTrue();
        assertThat(down.json().path("models").toString())
                .contains("forced_open")
                .doesNotContain("closed");

        operator.post(PATH, "{\"down\": false}");
        Answer over = operator.get(PATH);
        assertThat(over.json().path("down").asBoolean()).isFalse();
        assertThat(over.json().path("models").toString()).doesNotContain("open");
    }

    @Test
    void nobody_else_can() {
        assertThat(bots.anonymous().post(PATH, "{\"down\": true}").status()).isEqualTo(401);
        assertThat(bots.customer().post(PATH, "{\"down\": true}").status()).isIn(401, 403);
        assertThat(bots.anonymous().with(TOKEN).post(PATH, "{}").status()).isEqualTo(400);
    }
}

package io.deskhand.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.bot.Caller.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(BotStack.Shared.class)
class PagesTest {

    private final BotStack bots;
    private final Caller caller;

    PagesTest(BotStack bots) {
        this.bots = bots;
        this.caller = bots.anonymous();
    }

    @Test
    void the_root_leads_to_the_demo_shop() {
        Answer root = caller.get("/");

        assertThat(root.status()).isEqualTo(302);
        assertThat(root.header("Location")).endsWith("/demo/");
        Answer demo = caller.get("/demo/");
        assertThat(demo.status()).isEqualTo(200);
        assertThat(demo.header("Content-Security-Policy")).contains("frame-ancestors 'none'", "frame-src 'self'");
    }

    @Test
    void the_widgets_frame_may_be_embedded_by_the_configured_sites_alone() {
        Answer frame = caller.get("/widget/frame.html");

        assertThat(frame.status()).isEqualTo(200);
        assertThat(frame.header("Content-Security-Policy"))
                .contains("script-src 'self'", "style-src 'self'")
                .contains("ws://127.0.0.1:" + bots.ably.port())
                .endsWith("frame-ancestors 'self' https://shop.example http://localhost:3000")
                .doesNotContain("unsafe", "*");
        assertThat(frame.header("X-Frame-Options")).isEmpty();
    }

    @Test
    void any_site_may_load_the_widgets_script() {
        Answer loader = caller.get("/widget/loader.js");

        assertThat(loader.status()).isEqualTo(200);
        assertThat(loader.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(loader.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(loader.header("Last-Modified")).isEmpty();
        assertThat(caller.get("/widget/loader.js", "If-None-Match", loader.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(caller.get("/widget/loader.js", "Accept-Encoding", "gzip").header("Content-Encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void an_answer_of_the_api_is_never_compressed() {
        assertThat(caller.get("/api/bots/test-store", "Accept-Encoding", "gzip").header("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void the_configured_sites_may_call_the_api_from_their_pages_and_no_others() {
        Answer allowed = preflight("https://shop.example");
        Answer denied = preflight("https://evil.example");

        assertThat(allowed.status()).isEqualTo(200);
        assertThat(allowed.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
        assertThat(allowed.header("Access-Control-Allow-Headers")).containsIgnoringCase("authorization");
        assertThat(allowed.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(denied.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(caller.get("/api/bots/test-store", "Origin", "https://shop.example")
                        .header("Access-Control-Allow-Origin"))
                .isEqualTo("https://shop.example");
    }

    private Answer preflight(String origin) {
        return caller.call(
                "OPTIONS",
                "/api/tickets",
                BodyPublishers.noBody(),
                "Origin",
                origin,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "authorization,content-type");
    }

    @Test
    void an_article_is_a_page_in_which_only_markdown_makes_markup() {
        Answer page = caller.get("/help/delivery");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
        String html = page.response().body();
        assertThat(html)
                .contains("<h1>Delivery &lt;times&gt; &amp; costs</h1>")
                .contains("<h2>Delivery abroad</h2>", "<td>Norway</td>", "2026-02-10")
                .contains("&lt;script&gt;")
                .contains("<a rel=\"nofollow\" href=\"/help/returns\">a good link</a>")
                .doesNotContain("<script", "javascript:", "style=");
        assertThat(caller.get("/pages/help.css").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"margins", "nothing", "%3Cscript%3E"})
    void an_article_for_staff_is_like_one_that_does_not_exist(String id) {
        Answer page = caller.get("/help/" + id);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.response().body()).doesNotContain("margin", "script");
    }

    @Test
    void health_is_public_and_without_a_metrics_token_nobody_reads_metrics() {
        assertThat(caller.get("/actuator/health").text("/status")).isEqualTo("UP");
        assertThat(caller.get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(bots.customer().get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(caller.with(" ").get("/actuator/prometheus").status()).isEqualTo(401);
    }

    @Test
    void which_version_of_a_bot_is_in_force_is_for_whoever_holds_the_metrics_token() {
        try (BotStack stack = new BotStack("--deskhand.metrics.token=the-token-of-the-metrics")) {
            assertThat(stack.anonymous().get("/actuator/health").json().has("components"))
                    .isFalse();
            Caller.Answer answer =
                    stack.anonymous().with("the-token-of-the-metrics").get("/actuator/health");
            assertThat(answer.text("/components/bots/details/test-store/version"))
                    .matches("[0-9a-f]{12}");
            assertThat(stack.anonymous()
                            .with("the-token-of-the-metrics")
                            .get("/actuator/prometheus")
                            .status())
                    .isEqualTo(200);
        }
    }
}

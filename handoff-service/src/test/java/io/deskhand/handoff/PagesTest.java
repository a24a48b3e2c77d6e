package io.deskhand.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.handoff.Browser.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DeskStack.Shared.class)
class PagesTest {

    private final DeskStack desk;
    private final Browser browser;

    PagesTest(DeskStack desk) {
        this.desk = desk;
        this.browser = desk.browser();
    }

    @Test
    void the_root_leads_to_the_dashboard() {
        Answer root = browser.get("/");

        assertThat(root.status()).isEqualTo(302);
        assertThat(root.header("Location")).endsWith("/dashboard/");
        assertThat(browser.get("/dashboard").header("Location")).endsWith("/dashboard/");
    }

    @Test
    void the_dashboard_runs_its_own_scripts_alone_and_talks_to_the_rooms_server_alone() {
        Answer page = browser.get("/dashboard/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .contains("connect-src 'self' http://127.0.0.1:" + desk.ably.port() + " ws://127.0.0.1:"
                        + desk.ably.port())
                .doesNotContain("unsafe", "*");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isNotEmpty();
    }

    @Test
    void files_named_by_their_content_are_kept_for_a_year() {
        Matcher asset = Pattern.compile("/dashboard/assets/[^\"]+\\.js")
                .matcher(browser.get("/dashboard/").response().body());
        assertThat(asset.find()).isTrue();

        Answer script = browser.get(asset.group());

        assertThat(script.status()).isEqualTo(200);
        assertThat(script.header("Cache-Control")).contains("max-age=31536000", "immutable");
    }

    @Test
    void the_other_services_pages_are_not_hosted_here() {
        assertThat(browser.get("/widget/loader.js").status()).isEqualTo(404);
        assertThat(browser.get("/demo/").status()).isEqualTo(404);
    }

    @Test
    void an_api_answer_is_no_page() {
        assertThat(browser.get("/api/realtime").header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void other_sites_may_not_read_the_api() {
        Answer answer = browser.change(
                "OPTIONS",
                "/api/tickets",
                BodyPublishers.noBody(),
                "Origin",
                "https://evil.example",
                "Access-Control-Request-Method",
                "GET");

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void health_is_public_and_metrics_are_for_the_bearer_of_the_metrics_token() {
        assertThat(browser.get("/actuator/health").json().path("status").asString())
                .isEqualTo("UP");
        assertThat(browser.get("/actuator/health").json().has("components")).isFalse();
        assertThat(browser.get("/actuator/prometheus").code()).isEqualTo("not_signed_in");
        assertThat(desk.signedIn("anna").get("/actuator/prometheus").status()).isEqualTo(401);
        Answer metrics = browser.change(
                "GET",
                "/actuator/prometheus",
                BodyPublishers.noBody(),
                "Authorization",
                "Bearer the metrics token",
                "Accept",
                "text/plain");
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.response().body()).contains("deskhand_serving_tickets");
        assertThat(browser.get("/actuator/env").status()).isEqualTo(401);
    }
}

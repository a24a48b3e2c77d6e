package io.deskhand.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.service.DeskhandProperties.Ably;
import io.deskhand.service.DeskhandProperties.Widget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PageHeadersTest {

    private static final Ably CLOUD = new Ably("app.key:secret", "", 443, true, 190, 200);

    @Test
    void pages_may_connect_to_ably_when_no_other_host_is_configured() {
        assertThat(policy(new PageHeaders(CLOUD, new Widget(List.of())), "/dashboard/"))
                .contains("connect-src 'self' https://*.ably.net wss://*.ably.net")
                .endsWith("frame-ancestors 'none'");
    }

    @Test
    void pages_may_connect_to_the_configured_host_alone() {
        Ably own = new Ably("app.key:secret", "rooms.example", 8443, true, 190, 200);

        assertThat(policy(new PageHeaders(own, new Widget(List.of())), "/dashboard/"))
                .contains("connect-src 'self' https://rooms.example:8443 wss://rooms.example:8443;")
                .doesNotContain("ably");
    }

    @Test
    void the_widget_may_be_embedded_by_its_own_site_the_configured_ones_or_by_all() {
        assertThat(policy(new PageHeaders(CLOUD, new Widget(List.of())), "/widget/frame.html"))
                .endsWith("frame-ancestors 'self'");
        assertThat(policy(
                        new PageHeaders(CLOUD, new Widget(List.of("https://a.example", "https://b.example"))),
                        "/widget/frame.html"))
                .endsWith("frame-ancestors 'self' https://a.example https://b.example");
        assertThat(policy(new PageHeaders(CLOUD, new Widget(List.of("*"))), "/widget/frame.html"))
                .endsWith("frame-ancestors 'self' *");
    }

    private static String policy(PageHeaders headers, String path) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        headers.writeHeaders(new MockHttpServletRequest("GET", path), response);
        return String.valueOf(response.getHeader("Content-Security-Policy"));
    }
}

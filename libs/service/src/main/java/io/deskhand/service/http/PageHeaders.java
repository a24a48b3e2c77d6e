package io.deskhand.service.http;

import io.deskhand.service.DeskhandProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * The content security policy: a page runs only its own scripts, and connects only to its
 * own service and to the realtime server. Only the configured sites may embed the widget's frame. API answers load nothing.
 */
public final class PageHeaders implements HeaderWriter {

    static final String API = "default-src 'none'; frame-ancestors 'none'";

    private static final String ABLY = "https://*.ably.net wss://*.ably.net https://*.ably-realtime.com "
            + "wss://*.ably-realtime.com https://*.ably.io wss://*.ably.io";

    private final String page;
    private final String embedded;

    public PageHeaders(DeskhandProperties.Ably ably, DeskhandProperties.Widget widget) {
        String own = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                + "media-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; "
                + "form-action 'self'; connect-src 'self' " + rooms(ably) + "; frame-ancestors ";
        this.page = own + "'none'";
        String sites = widget.origins().contains("*") ? "*" : String.join(" ", widget.origins());
        this.embedded = (own + "'self' " + sites).strip();
    }

    private static String rooms(DeskhandProperties.Ably ably) {
        if (ably.host().isBlank()) {
            return ABLY;
        }
        String address = "://" + ably.host() + ":" + ably.port();
        return ably.tls() ? "https" + address + " wss" + address : "http" + address + " ws" + address;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI();
        boolean widget = path.startsWith("/widget/");
        boolean api = path.startsWith("/api/") || path.startsWith("/actuator");
        response.setHeader("Content-Security-Policy", api ? API : widget ? embedded : page);
        if (widget) {
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        } else if (!api) {
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.setHeader("X-Frame-Options", "DENY");
        }
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    }
}

package io.deskhand.ably.local.rest;

import io.deskhand.ably.local.faults.FaultPlan;
import io.deskhand.ably.local.wire.AblyError;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP adapter: decodes requests, encodes responses in the accepted format, and converts all errors to Ably errors. */
public final class Requests {
    private static final Logger log = LoggerFactory.getLogger(Requests.class);
    private static final String ALLOWED_HEADERS =
            "Authorization, Content-Type, Accept, X-Ably-Version, X-Ably-ClientId, X-Ably-Lib, Ably-Agent, Link, "
                    + "X-Requested-With";
    private static final String EXPOSED_HEADERS = "Link, X-Ably-ErrorCode, X-Ably-ErrorMessage, Content-Type";

    private static final String PAGE_POLICY =
            "default-src 'self'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

    /** Paths below it are for this machine only, not for cross-site pages in its browsers. */
    private static final String PRIVATE = "/_local";

    private static final Pattern LOCAL_HOST = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

    private final Routes routes;
    private final FaultPlan faults;
    private final int maxBody;

    public Requests(Routes routes, FaultPlan faults, int maxBody) {
        this.routes = routes;
        this.faults = faults;
        this.maxBody = maxBody;
    }

    public void accept(HttpServerRequest http) {
        Buffer body = Buffer.buffer();
        http.exceptionHandler(e -> log.debug("request broke off: {}", e.toString()));
        http.handler(chunk -> {
            // The rest above the limit is read and dropped, so that the client receives the response.
            if (body.length() <= maxBody) {
                body.appendBuffer(chunk);
            }
        });
        http.endHandler(end -> answer(http, body));
    }

    private void answer(HttpServerRequest http, Buffer body) {
        if (http.method().name().equals("OPTIONS")) {
            allowOrigin(http);
            http.response().setStatusCode(204).end();
            return;
        }
        Format format = Format.ofHeader(http.getHeader("Accept"));
        Response response;
        try {
            if (body.length() > maxBody) {
                throw Errors.tooLarge("unable to read request; body longer than " + maxBody + " bytes");
            }
            guard(http);
            Request request = Request.of(http.method().name(), http.uri(), http.headers(), body.getBytes());
            format = request.accepts();
            response = routes.handle(request);
        } catch (AblyException e) {
            response = Response.failed(e.error());
        } catch (RuntimeException e) {
            log.error("unexpected failure while serving {} {}", http.method(), http.path(), e);
            response = Response.failed(new AblyError(50000, 500, "unable to serve request; internal error"));
        }
        write(http, response, format);
    }

    /**
     * Checks that the request may be served.
     *
     * @throws AblyException when a local-only path is requested under a foreign hostname, or a fault applies
     */
    private void guard(HttpServerRequest http) {
        if (isPrivate(http)) {
            String host = http.getHeader("Host");
            if (host == null || !LOCAL_HOST.matcher(host).matches()) {
                throw Errors.of(40300, 403, "unable to serve request; only for this machine");
            }
            return;
        }
        AblyError fault = faults.nextFailure(http.uri());
        if (fault != null) {
            throw fault.asException();
        }
    }

    private static boolean isPrivate(HttpServerRequest http) {
        return http.uri().startsWith(PRIVATE);
    }

    private static void write(HttpServerRequest http, Response response, Format format) {
        allowOrigin(http);
        HttpServerResponse out = http.response().setStatusCode(response.status());
        AblyError error = response.error();
        if (error != null) {
            out.putHeader("X-Ably-ErrorCode", Integer.toString(error.code()));
            out.putHeader("X-Ably-ErrorMessage", headerText(error.message()));
            if (error.statusCode() == 401) {
                String stale = error.isTokenError() ? ", stale=\"true\"" : "";
                out.putHeader("WWW-Authenticate", "X-Ably-Token assembly=\"local\"" + stale);
            }
        }
        if (!response.links().isEmpty()) {
            out.putHeader("Link", response.links());
        }
        Response.File file = response.file();
        if (file != null) {
            out.putHeader("Content-Type", file.type() + "; charset=utf-8");
            out.putHeader("Content-Security-Policy", PAGE_POLICY);
            out.end(file.text());
            return;
        }
        if (response.body() == null) {
            out.end();
            return;
        }
        out.putHeader("Content-Type", format.contentType());
        out.end(Buffer.buffer(format.encode(response.body())));
    }

    private static void allowOrigin(HttpServerRequest http) {
        String origin = http.getHeader("Origin");
        HttpServerResponse out = http.response();
        if (origin == null || isPrivate(http)) {
            return;
        }
        out.putHeader("Access-Control-Allow-Origin", origin);
        out.putHeader("Access-Control-Allow-Credentials", "true");
        out.putHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
        out.putHeader("Access-Control-Allow-Headers", ALLOWED_HEADERS);
        out.putHeader("Access-Control-Expose-Headers", EXPOSED_HEADERS);
        out.putHeader("Access-Control-Max-Age", "600");
        out.putHeader("Vary", "Origin");
    }

    /** Messages contain names from clients, and a header allows printable ASCII only. */
    private static String headerText(String message) {
        return message.replaceAll("[^\\x20-\\x7e]", "?");
    }
}

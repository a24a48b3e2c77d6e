package io.deskhand.bench.tickets;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A signed-in agent's browser as the agents' API sees it, over the JDK's own keep-alive connection. */
final class AgentClient {

    private final String base;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    AgentClient(String base, String username, String password) throws IOException {
        this.base = base;
        call("GET", "/api/session", "", Map.of(), 401);
        String credentials = "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
        call("POST", "/api/session", credentials, Map.of(), 200);
        call("GET", "/api/session", "", Map.of(), 200);
    }

    /** Sends a message to a ticket's customer; returns when the service has answered. */
    void say(String ticket, String text, String idempotencyKey) throws IOException {
        String body = "{\"text\":\"" + text + "\"}";
        call("POST", "/api/tickets/" + ticket + "/messages", body, Map.of("Idempotency-Key", idempotencyKey), 201);
    }

    private void call(String method, String path, String body, Map<String, String> headers, int expected)
            throws IOException {
        HttpURLConnection call =
                (HttpURLConnection) URI.create(base + path).toURL().openConnection();
        call.setRequestMethod(method);
        call.setConnectTimeout(5_000);
        call.setReadTimeout(20_000);
        headers.forEach(call::setRequestProperty);
        if (!cookies.isEmpty()) {
            call.setRequestProperty(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
            call.setRequestProperty("X-XSRF-TOKEN", cookies.getOrDefault("XSRF-TOKEN", ""));
        }
        if (!body.isEmpty()) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            call.setRequestProperty("Content-Type", "application/json");
            call.setDoOutput(true);
            // Not streamed: before it streams over a kept connection, the JDK listens a millisecond whether it has been
            // closed.
            call.getOutputStream().write(bytes);
        }
        int status = call.getResponseCode();
        String answer;
        try (InputStream in = status < 400 ? call.getInputStream() : call.getErrorStream()) {
            answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (status != expected) {
            throw new IllegalStateException(
                    method + " " + path + " answered " + status + " instead of " + expected + ": " + answer);
        }
        keep(call.getHeaderFields().getOrDefault("Set-Cookie", List.of()));
    }

    private void keep(List<String> set) {
        for (String cookie : set) {
            String pair = cookie.split(";", 2)[0];
            int equals = pair.indexOf('=');
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }
}

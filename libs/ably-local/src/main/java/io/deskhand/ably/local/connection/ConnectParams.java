package io.deskhand.ably.local.connection;

import io.deskhand.ably.local.wire.Format;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a WebSocket URL.
 *
 * @param version of the protocol; 0 when missing or no number
 * @param pings whether WebSocket pings replace HEARTBEAT frames
 * @param resumeKey key of the connection to resume or recover
 */
record ConnectParams(
        @Nullable String key,
        @Nullable String token,
        int version,
        Format format,
        boolean echo,
        @Nullable String clientId,
        boolean pings,
        @Nullable String resumeKey) {

    /** The parameters of a query. Unknown and invalid ones count as absent. */
    static ConnectParams parse(@Nullable String query) {
        QueryStringDecoder decoder =
                new QueryStringDecoder(query == null ? "" : query, StandardCharsets.UTF_8, false, 64);
        Map<String, List<String>> params = decoder.parameters();
        String accessToken = first(params, "accessToken");
        String resume = first(params, "resume");
        return new ConnectParams(
                first(params, "key"),
                accessToken == null ? first(params, "access_token") : accessToken,
                version(first(params, "v")),
                Format.ofParameter(first(params, "format")),
                !"false".equals(first(params, "echo")),
                first(params, "clientId"),
                "false".equals(first(params, "heartbeats")),
                resume == null ? first(params, "recover") : resume);
    }

    private static @Nullable String first(Map<String, List<String>> params, String name) {
        List<String> values = params.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    private static int version(@Nullable String text) {
        if (text == null || !text.matches("\\d{1,4}(\\.\\d+)?")) {
            return 0;
        }
        int dot = text.indexOf('.');
        return Integer.parseInt(dot < 0 ? text : text.substring(0, dot));
    }
}

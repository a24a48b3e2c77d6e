package io.deskhand.ably.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Base of the tests about tokens: signed requests for one, and what becomes of those who connect with one. */
abstract class TokenTest extends RawTest {
    static final String PATH = "/keys/app.key/requestToken";
    private static final AtomicLong NONCES = new AtomicLong();

    TokenTest(Format format) {
        super(format);
    }

    int refusal(String query) {
        return code(raw.open(query).next(Action.ERROR));
    }

    static ObjectNode signed(String more) {
        ObjectNode request = Raw.json("{'keyName':'app.key'}");
        request.put("timestamp", InstantSource.system().millis());
        request.put("nonce", "nonce-" + NONCES.incrementAndGet());
        request.setAll(Raw.json(more));
        StringBuilder text = new StringBuilder("app.key\n");
        for (String field : List.of("ttl", "capability", "clientId", "timestamp", "nonce")) {
            text.append(request.path(field).asText("")).append('\n');
        }
        return request.put("mac", Base64.getEncoder().encodeToString(Jwts.hmac("secret", text.toString())));
    }

    JsonNode token(String params) {
        return raw.post(PATH, Raw.json(params)).body();
    }
}

package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Format;

/** Base of the tests about Chat, all in one room. */
abstract class ChatTest extends RawTest {
    static final String ROOM = "/chat/v4/rooms/support/messages";
    static final String CHANNEL = "support::$chat";

    ChatTest(Format format) {
        super(format);
    }

    Raw.Answer as(String clientId, String method, String path, JsonNode body) {
        return raw.send(method, path, body, "X-Ably-ClientId", Raw.clientIdHeader(clientId));
    }

    JsonNode sent(String text) {
        Raw.Answer answer = as("ann", "POST", ROOM, Raw.json("{'text':'%s'}", text));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body();
    }

    static String at(JsonNode message) {
        return ROOM + "/" + Raw.escape(message.path("serial").asText());
    }
}

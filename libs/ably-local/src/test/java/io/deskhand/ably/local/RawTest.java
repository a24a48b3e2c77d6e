package io.deskhand.ably.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Format;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Base of tests that look at single frames and requests, once in each format. */
@ParameterizedClass(name = "{0}")
@EnumSource(Format.class)
abstract class RawTest {
    protected final Format format;
    protected AblyLocal server;
    protected Raw raw;

    RawTest(Format format) {
        this.format = format;
    }

    protected AblyLocalOptions options() {
        return AblyLocalOptions.defaults();
    }

    @BeforeEach
    void start() {
        server = AblyLocal.start(options());
        raw = new Raw(server, format);
    }

    @AfterEach
    void stop() {
        raw.close();
        server.close();
    }

    /** The code of the error that a frame or an answer carries, 0 for none. */
    static int code(JsonNode frame) {
        return frame.path("error").path("code").asInt();
    }
}

package io.deskhand.ably.local;

import io.ably.lib.realtime.Channel;
import io.ably.lib.types.AblyException;
import io.ably.lib.types.Message;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Base of tests that drive a server with ably-java, once in msgpack and once in JSON. */
@ParameterizedClass(name = "binary={0}")
@ValueSource(booleans = {true, false})
abstract class SdkTest {
    protected final boolean binary;
    protected AblyLocal server;
    protected Sdk sdk;

    SdkTest(boolean binary) {
        this.binary = binary;
    }

    protected AblyLocalOptions options() {
        return AblyLocalOptions.defaults();
    }

    @BeforeEach
    void start() {
        server = AblyLocal.start(options());
        sdk = new Sdk(server, binary);
    }

    @AfterEach
    void stop() {
        sdk.close();
        server.close();
    }

    static List<Message> heard(Channel channel) throws AblyException {
        List<Message> heard = new CopyOnWriteArrayList<>();
        channel.subscribe(heard::add);
        return heard;
    }

    static void publish(Channel channel, String name, Object data) throws AblyException {
        Sdk.Outcome outcome = new Sdk.Outcome();
        channel.publish(name, data, outcome);
        outcome.succeeds();
    }
}

package io.deskhand.ably.local;

import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.realtime.Channel;
import io.ably.lib.realtime.ChannelState;
import io.ably.lib.realtime.CompletionListener;
import io.ably.lib.realtime.ConnectionState;
import io.ably.lib.rest.AblyRest;
import io.ably.lib.types.AblyException;
import io.ably.lib.types.ChannelOptions;
import io.ably.lib.types.ClientOptions;
import io.ably.lib.types.ErrorInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** The real ably-java, pointed at a server under test; closes what it opened. */
final class Sdk implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AblyLocal server;
    private final boolean binary;
    private final List<AblyRealtime> opened = new ArrayList<>();

    Sdk(AblyLocal server, boolean binary) {
        this.server = server;
        this.binary = binary;
    }

    ClientOptions options() throws AblyException {
        ClientOptions options = new ClientOptions();
        options.key = server.key();
        options.restHost = "127.0.0.1";
        options.realtimeHost = "127.0.0.1";
        options.port = server.port();
        options.tls = false;
        options.useBinaryProtocol = binary;
        options.fallbackHosts = new String[0];
        options.logLevel = 6;
        return options;
    }

    AblyRealtime realtime(Consumer<ClientOptions> change) throws AblyException {
        ClientOptions options = options();
        change.accept(options);
        AblyRealtime realtime = new AblyRealtime(options);
        opened.add(realtime);
        return realtime;
    }

    AblyRealtime connected(Consumer<ClientOptions> change) throws AblyException {
        AblyRealtime realtime = realtime(change);
        until(realtime, ConnectionState.connected);
        return realtime;
    }

    AblyRealtime connected() throws AblyException {
        return connected(options -> {});
    }

    AblyRealtime as(String clientId) throws AblyException {
        return connected(options -> options.clientId = clientId);
    }

    AblyRest rest(Consumer<ClientOptions> change) throws AblyException {
        ClientOptions options = options();
        change.accept(options);
        return new AblyRest(options);
    }

    AblyRest rest() throws AblyException {
        return rest(options -> {});
    }

    static void until(AblyRealtime realtime, ConnectionState state) {
        Awaitility.await("connection " + state)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> realtime.connection.state == state);
    }

    static Channel attached(AblyRealtime realtime, String name) throws AblyException {
        Channel channel = realtime.channels.get(name);
        attach(channel);
        return channel;
    }

    static Channel attached(AblyRealtime realtime, String name, ChannelOptions options) throws AblyException {
        Channel channel = realtime.channels.get(name, options);
        attach(channel);
        return channel;
    }

    static void attach(Channel channel) throws AblyException {
        Outcome attaching = new Outcome();
        channel.attach(attaching);
        attaching.succeeds();
        until(channel, ChannelState.attached);
    }

    static void until(Channel channel, ChannelState state) {
        Awaitility.await("channel " + state)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> channel.state == state);
    }

    /** How an asynchronous operation of the SDK ended. */
    static final class Outcome implements CompletionListener {
        private final CompletableFuture<ErrorInfo> result = new CompletableFuture<>();
        private static final ErrorInfo NONE = new ErrorInfo();

        @Override
        public void onSuccess() {
            result.complete(NONE);
        }

        @Override
        public void onError(ErrorInfo reason) {
            result.complete(reason);
        }

        void succeeds() {
            ErrorInfo error = get();
            if (error != NONE) {
                throw new AssertionError("expected success but got " + error);
            }
        }

        ErrorInfo fails() {
            ErrorInfo error = get();
            if (error == NONE) {
                throw new AssertionError("expected an error but it succeeded");
            }
            return error;
        }

        private ErrorInfo get() {
            try {
                return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException
                    | java.util.concurrent.ExecutionException
                    | java.util.concurrent.TimeoutException e) {
                throw new AssertionError("no outcome", e);
            }
        }
    }

    @Override
    public void close() {
        opened.forEach(AblyRealtime::close);
    }
}

package io.deskhand.bench;

import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.realtime.Channel;
import io.ably.lib.realtime.CompletionListener;
import io.ably.lib.types.ClientOptions;
import io.ably.lib.types.ErrorInfo;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** ably-java, led to a local server. */
public final class AblyClient {

    private AblyClient() {}

    public static AblyRealtime connect(int port, String key, String clientId) throws Exception {
        ClientOptions options = new ClientOptions(key);
        options.clientId = clientId;
        options.restHost = "127.0.0.1";
        options.realtimeHost = "127.0.0.1";
        options.port = port;
        options.tls = false;
        options.fallbackHosts = new String[0];
        options.logLevel = io.ably.lib.util.Log.NONE;
        return new AblyRealtime(options);
    }

    /** Returns once the channel is attached. */
    public static void attach(Channel channel) throws Exception {
        CompletableFuture<Void> attached = new CompletableFuture<>();
        channel.attach(new CompletionListener() {
            @Override
            public void onSuccess() {
                attached.complete(null);
            }

            @Override
            public void onError(ErrorInfo reason) {
                attached.completeExceptionally(new IllegalStateException("unable to attach; " + reason.message));
            }
        });
        attached.get(20, TimeUnit.SECONDS);
    }
}

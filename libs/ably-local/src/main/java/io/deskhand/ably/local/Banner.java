package io.deskhand.ably.local;

/** The start-up text of the stand-alone server: how to connect each SDK. */
final class Banner {

    private Banner() {}

    static String of(AblyLocal server, String plan, boolean faults) {
        return """
            ably-local listens on http://127.0.0.1:%1$d (key %2$s, limits %3$s)
            See what goes on: http://127.0.0.1:%1$d/_local%4$s

            ably-js, @ably/chat:
              const ably = new Ably.Realtime({ key: '%2$s', clientId: 'me',
                endpoint: '127.0.0.1', port: %1$d, tls: false, disableConnectivityCheck: true });
              const chat = new ChatClient(ably);

            ably-java:
              ClientOptions options = new ClientOptions("%2$s");
              options.restHost = options.realtimeHost = "127.0.0.1";
              options.port = %1$d;
              options.tls = false;
              AblyRealtime ably = new AblyRealtime(options);
            """.formatted(
                server.port(),
                server.key(),
                plan,
                faults ? "\nBreak things:     POST http://127.0.0.1:%d/_local/faults".formatted(server.port()) : "");
    }
}

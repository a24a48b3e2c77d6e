package io.deskhand.bench.realtime;

import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.realtime.Channel;
import io.ably.lib.realtime.ChannelEvent;
import io.ably.lib.types.ClientOptions;
import io.ably.lib.util.Log;
import io.deskhand.bench.measure.BenchServer;
import io.deskhand.bench.measure.RoundTrip;
import io.deskhand.client.RealtimeAddress;
import io.deskhand.client.RoomConnection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** ably-java at both ends of a round trip. */
final class SdkClient implements AutoCloseable {

    private static final String ROOM = "bench-room";

    private final AblyRealtime sender;
    private final AblyRealtime receiver;
    private final RoomConnection rooms;

    SdkClient(int port) throws Exception {
        sender = connect(port, "sender");
        receiver = connect(port, "receiver");
        rooms = RoomConnection.withKey(RealtimeAddress.local(port), BenchServer.KEY, "customer:bench");
    }

    private static AblyRealtime connect(int port, String clientId) throws Exception {
        ClientOptions options = new ClientOptions(BenchServer.KEY);
        options.clientId = clientId;
        options.restHost = "127.0.0.1";
        options.realtimeHost = "127.0.0.1";
        options.port = port;
        options.tls = false;
        options.fallbackHosts = new String[0];
        options.logLevel = Log.NONE;
        return new AblyRealtime(options);
    }

    RoundTrip publishToReceive() throws Exception {
        Channel to = sender.channels.get("bench-sdk");
        RoundTrip trip = new RoundTrip(() -> to.publish("m", "x".repeat(100)));
        Channel from = receiver.channels.get("bench-sdk");
        from.subscribe(message -> trip.arrived());
        attach(from);
        attach(to);
        return trip;
    }

    private static void attach(Channel channel) throws Exception {
        CountDownLatch attached = new CountDownLatch(1);
        channel.once(ChannelEvent.attached, change -> attached.countDown());
        channel.attach();
        if (!attached.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("unable to measure; " + channel.name + " is not attached");
        }
    }

    RoundTrip chatSendToReceive() {
        RoundTrip trip = new RoundTrip(() -> rooms.send(ROOM, "x".repeat(100)));
        rooms.join(ROOM, message -> trip.arrived());
        return trip;
    }

    @Override
    public void close() {
        rooms.close();
        sender.close();
        receiver.close();
    }
}

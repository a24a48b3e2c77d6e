package io.deskhand.ably.local.limits;

import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rate limits of one app. Without a plan there is no limit. */
public final class AppRateLimiter {
    private static final int CHANNELS_METERED = 10_000;

    private static final class ChannelMeters {
        private final RateWindow messages = new RateWindow();
        private final RateWindow bytes = new RateWindow();
    }

    private final AblyLimits.@Nullable Rates rates;
    private final InstantSource clock;
    private final RateWindow publishes = new RateWindow();
    private final RateWindow requests = new RateWindow();
    private final RateWindow newConnections = new RateWindow();
    private final RateWindow newChannels = new RateWindow();
    private final Map<String, ChannelMeters> channels = new HashMap<>();

    public AppRateLimiter(AblyLimits limits, InstantSource clock) {
        this.rates = limits.rates();
        this.clock = clock;
    }

    /**
     * Counts a publish.
     *
     * @throws AblyException 42913, 42914 or 42917 when a rate of the channel or the app is exceeded
     */
    public void publish(String channel, int messages, long bytes) {
        if (rates == null) {
            return;
        }
        long now = clock.millis();
        if (channels.size() > CHANNELS_METERED) {
            channels.clear();
        }
        ChannelMeters meters = channels.computeIfAbsent(channel, c -> new ChannelMeters());
        require(meters.messages.take(messages, rates.channelPublishes(), now), 42913, "publish rate of the channel");
        require(meters.bytes.take(bytes, rates.channelBytes(), now), 42914, "bandwidth of the channel");
        require(publishes.take(messages, rates.accountPublishes(), now), 42917, "message rate of the account");
    }

    /**
     * Counts a REST request.
     *
     * @throws AblyException 42918 when the request rate is exceeded
     */
    public void request() {
        if (rates != null) {
            require(requests.take(1, rates.restRequests(), clock.millis()), 42918, "request rate of the account");
        }
    }

    /**
     * Counts a new connection.
     *
     * @param open number of connections of the app
     * @throws AblyException 40111 when there are too many, 80021 when the connection rate is exceeded
     */
    public void connection(int open) {
        if (rates == null) {
            return;
        }
        if (open >= rates.connections()) {
            throw Errors.of(40111, 403, "unable to connect; too many connections of the account");
        }
        require(
                newConnections.take(1, rates.newConnections(), clock.millis()),
                80021,
                "connection rate of the account");
    }

    /**
     * Counts a new channel.
     *
     * @param active number of active channels of the app
     * @throws AblyException 40114 when there are too many, 90021 when the creation rate is exceeded
     */
    public void newChannel(int active) {
        if (rates == null) {
            return;
        }
        if (active >= rates.channels()) {
            throw Errors.of(40114, 403, "unable to use channel; too many channels of the account");
        }
        require(
                newChannels.take(1, rates.newChannels(), clock.millis()),
                90021,
                "channel creation rate of the account");
    }

    private static void require(boolean within, int code, String what) {
        if (!within) {
            throw Errors.of(code, 429, "unable to go on; " + what + " exceeded");
        }
    }
}

package io.deskhand.ably.local.limits;

import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Rate limits of one connection. Without a plan there is no limit. */
public final class ConnectionRateLimiter {
    /** Above this multiple of the allowed rate, the connection ends. */
    private static final int GROSS = 20;

    private final AblyLimits.@Nullable Rates rates;
    private final InstantSource clock;
    private final RateWindow frames = new RateWindow();
    private final RateWindow attempts = new RateWindow();
    private final RateWindow publishes = new RateWindow();
    private final RateWindow deliveries = new RateWindow();

    public ConnectionRateLimiter(AblyLimits.@Nullable Rates rates, InstantSource clock) {
        this.rates = rates;
        this.clock = clock;
    }

    /**
     * Counts a frame.
     *
     * @throws AblyException 42924, which ends the connection
     */
    public void frame() {
        if (rates != null && frames.count(1, clock.millis()) > rates.connectionFrames()) {
            throw Errors.of(42924, 429, "unable to go on; too many frames per second");
        }
    }

    /**
     * Counts attempted publishes, also those that are refused.
     *
     * @throws AblyException 42921, which ends the connection
     */
    public void attempt(int messages) {
        if (rates != null && attempts.count(messages, clock.millis()) > (long) GROSS * rates.connectionPublishes()) {
            throw Errors.of(42921, 429, "unable to go on; publish rate of the connection grossly exceeded");
        }
    }

    /**
     * Counts published messages.
     *
     * @throws AblyException 42911, which refuses this publish
     */
    public void publish(int messages) {
        if (rates != null && !publishes.take(messages, rates.connectionPublishes(), clock.millis())) {
            throw Errors.of(42911, 429, "unable to publish; publish rate of the connection exceeded");
        }
    }

    /** Whether the outbound rate allows one more message; true counts it. */
    public boolean deliver() {
        return rates == null || deliveries.take(1, rates.connectionDeliveries(), clock.millis());
    }
}

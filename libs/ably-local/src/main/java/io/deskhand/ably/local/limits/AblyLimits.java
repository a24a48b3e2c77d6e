package io.deskhand.ably.local.limits;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Ably's limits. Sizes always apply, rates only when {@link #rates} is set.
 *
 * @param maxMessageSize bytes of name, clientId, extras and data over one publish
 * @param maxFrameSize bytes of one inbound frame or request body
 * @param maxMessagesPerPublish messages of one publish
 * @param maxChannelsPerConnection attached channels of one connection
 * @param maxPresenceMembers members of one channel
 * @param maxTokenTtl longest lifetime of a token or JWT
 * @param maxPage largest {@code limit} of a paged request
 * @param rates rates and counts of a plan; null = no limit
 */
@RecordBuilder
public record AblyLimits(
        int maxMessageSize,
        int maxFrameSize,
        int maxMessagesPerPublish,
        int maxChannelsPerConnection,
        int maxPresenceMembers,
        Duration maxTokenTtl,
        int maxPage,
        @Nullable Rates rates)
        implements AblyLimitsBuilder.With {

    /**
     * The rate limits and counts of a plan.
     *
     * @param connectionPublishes messages per second of one connection
     * @param channelPublishes messages per second on one channel
     * @param channelBytes bytes per second on one channel
     * @param connectionFrames frames per second of one connection
     * @param accountPublishes messages per second of one app
     * @param restRequests requests per second of one app
     * @param connections connections of one app at a time
     * @param newConnections connections per second of one app
     * @param channels active channels of one app at a time
     * @param newChannels channels created per second in one app
     * @param connectionDeliveries messages per second to one connection
     */
    public record Rates(
            int connectionPublishes,
            int channelPublishes,
            int channelBytes,
            int connectionFrames,
            int accountPublishes,
            int restRequests,
            int connections,
            int newConnections,
            int channels,
            int newChannels,
            int connectionDeliveries) {}

    /** Size limits only, for development and test suites. */
    public static AblyLimits off() {
        return new AblyLimits(65_536, 524_288, 999, 200, 200, Duration.ofHours(24), 1000, null);
    }

    /** The limits of Ably's free plan. */
    public static AblyLimits free() {
        return off().withRates(new Rates(50, 50, 1 << 20, 2000, 500, 50, 200, 42, 200, 42, 50));
    }

    /** The limits of Ably's standard plan. */
    public static AblyLimits standard() {
        return off().withRates(new Rates(50, 50, 1 << 20, 2000, 2500, 500, 10_000, 500, 10_000, 500, 50));
    }
}

package io.deskhand.ably.local.limits;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;

/**
 * Bounds on the state that the server keeps in memory.
 *
 * @param historyPerChannel newest messages kept of a channel
 * @param historyBytes bytes of messages and presence events kept over all channels of an app; the least recently used channels
 *     lose theirs first
 * @param versionsPerMessage newest versions kept of a message, beside its creation
 * @param backlogFrames newest frames kept of a channel for resuming
 * @param backlogBytes bytes of frames kept for resuming over all channels of an app; the least recently used lose theirs first
 * @param backlog how long frames are kept for resuming
 * @param idempotency how long idempotency keys are kept
 * @param idleChannels inactive channels kept in an app
 * @param connectionState how long a dropped connection may be resumed
 * @param presenceGrace how long members of a dropped connection stay
 * @param outboundBytes bytes waiting for one subscriber before it is disconnected
 */
@RecordBuilder
public record Retention(
        int historyPerChannel,
        long historyBytes,
        int versionsPerMessage,
        int backlogFrames,
        long backlogBytes,
        Duration backlog,
        Duration idempotency,
        int idleChannels,
        Duration connectionState,
        Duration presenceGrace,
        long outboundBytes)
        implements RetentionBuilder.With {

    /** The default bounds, which keep at most 256 MiB of messages and 64 MiB of frames for each app. */
    public static Retention defaults() {
        return new Retention(
                10_000,
                256L << 20,
                500,
                2_000,
                64L << 20,
                Duration.ofMinutes(2),
                Duration.ofMinutes(5),
                50_000,
                Duration.ofMinutes(2),
                Duration.ofSeconds(15),
                16L << 20);
    }
}

package io.deskhand.ably.local.faults;

import java.time.Duration;

/** A fault to inject. A lasting fault ends when another of its kind replaces it or all are cleared. */
public sealed interface ServerFault {

    /** Cuts the transports of the connections with this id or clientId, without a close frame. They may resume. */
    record Drop(String connectionOrClientId) implements ServerFault {}

    /** Cuts all transports. The connections may resume. */
    record DropAll() implements ServerFault {}

    /** Refuses new transports with DISCONNECTED, also for a resume; false ends the fault. */
    record Refuse(boolean refusing) implements ServerFault {}

    /** Delays each outbound frame by a random time in this range. The order of frames stays. */
    record Delay(Duration atLeast, Duration atMost) implements ServerFault {}

    /** Delivers each message, presence and annotation frame twice with this probability, 0 to 1. */
    record Duplicate(double probability) implements ServerFault {}

    /** Drops all connections and resume backlogs, so that clients lose continuity. */
    record LoseState() implements ServerFault {}

    /** Limits the read rate of the clients with this id or clientId; 0 ends the limit. */
    record SlowDown(String connectionOrClientId, long bytesPerSecond) implements ServerFault {}

    /**
     * Answers the next requests below a path with an error.
     *
     * @param pathPrefix with a leading slash; {@code /} = all
     * @param code Ably error code
     * @param status HTTP status
     * @param times number of requests
     */
    record FailRequests(String pathPrefix, int code, int status, int times) implements ServerFault {}

    /** Defers all presence changes; false applies the deferred ones in order. */
    record FreezePresence(boolean frozen) implements ServerFault {}
}

package io.deskhand.ably.local.faults;

import java.time.Duration;

/** One thing to break. Faults that last do so until they are replaced by another of their kind or all are cleared. */
public sealed interface ServerFault {

    /** Cuts the transports of all connections with this id or clientId, without a word; they may resume. */
    record Drop(String connectionOrClientId) implements ServerFault {}

    /** Cuts all transports; the connections may resume. */
    record DropAll() implements ServerFault {}

    /** Refuses new transports, resuming ones too, with DISCONNECTED, or no longer. */
    record Refuse(boolean refusing) implements ServerFault {}

    /** Delays each frame to clients by a time between the two; the order of a connection's frames stays. */
    record Delay(Duration atLeast, Duration atMost) implements ServerFault {}

    /** Delivers each message, presence and annotation frame twice with this probability, 0 to 1. */
    record Duplicate(double probability) implements ServerFault {}

    /** Forgets all connections, and all that channels keep for resuming: clients see a discontinuity. */
    record LoseState() implements ServerFault {}

    /** Lets clients with this id or clientId read no faster than so many bytes a second; 0 = as fast as they can. */
    record SlowDown(String connectionOrClientId, long bytesPerSecond) implements ServerFault {}

    /**
     * Answers the next requests whose path begins so with an error.
     *
     * @param pathPrefix with a leading slash; {@code /} = all
     * @param code Ably's
     * @param status HTTP's
     * @param times how many requests
     */
    record FailRequests(String pathPrefix, int code, int status, int times) implements ServerFault {}

    /** Holds back all comings, goings and changes of members, or lets go of them in their order. */
    record FreezePresence(boolean frozen) implements ServerFault {}
}

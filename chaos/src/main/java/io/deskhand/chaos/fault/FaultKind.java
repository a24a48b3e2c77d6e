package io.deskhand.chaos.fault;

/** What can be broken. */
public enum FaultKind {
    /** {@code kill -9} of one bot-service, which is started again at once. */
    KILL_BOT,
    /** {@code kill -9} of one handoff-service, which is started again at once. */
    KILL_DESK,
    /** SIGTERM and a new start of one bot-service after the other. */
    ROLL_BOTS,
    /** SIGTERM and a new start of one handoff-service after the other. */
    ROLL_DESKS,
    /** Redis answers nothing for five seconds. */
    PAUSE_REDIS,
    /** {@code kill -9} of Redis, which is started again on what is on the disk. */
    KILL_REDIS,
    /** All realtime connections are cut; they may resume. */
    DROP_CONNECTIONS,
    /** All realtime connections are cut and forgotten: everybody has a gap. */
    LOSE_STATE,
    /** No realtime connection is let in for a while. */
    REFUSE_CONNECTIONS,
    /** Realtime frames are late for a while. */
    DELAY,
    /** Realtime messages are delivered twice for a while. */
    DUPLICATE,
    /** Calls to Chat are answered with errors for a while. */
    FAIL_REQUESTS
}

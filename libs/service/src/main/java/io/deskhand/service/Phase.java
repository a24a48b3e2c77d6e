package io.deskhand.service;

import org.springframework.context.SmartLifecycle;

/**
 * Starts and stops a component in order. HTTP (Spring's own phases) stops first, then serving, then the relay with what it still has to publish, then Redis (phase 0).
 */
public final class Phase implements SmartLifecycle {

    private static final int RELAY = 100;
    private static final int SERVING = 200;

    private final int phase;
    private final Runnable onStart;
    private final Runnable onStop;
    private volatile boolean running;

    private Phase(int phase, Runnable onStart, Runnable onStop) {
        this.phase = phase;
        this.onStart = onStart;
        this.onStop = onStop;
    }

    static Phase ofRelay(Runnable onStop) {
        return new Phase(RELAY, () -> {}, onStop);
    }

    /** For what serves tickets: from when all is wired until HTTP has stopped. */
    public static Phase ofServing(Runnable onStart, Runnable onStop) {
        return new Phase(SERVING, onStart, onStop);
    }

    @Override
    public void start() {
        onStart.run();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        onStop.run();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}

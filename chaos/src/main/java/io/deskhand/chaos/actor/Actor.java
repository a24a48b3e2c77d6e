package io.deskhand.chaos.actor;

import io.deskhand.client.DeskhandException;
import java.time.Duration;
import java.util.SplittableRandom;

/** A person who uses the product until the run ends. A service that does not answer for a while is expected; any other failure is reported as a surprise. */
abstract class Actor implements Runnable {

    final String name;
    final Witness witness;
    final Ending ending;
    final SplittableRandom random;
    private final int shortestPause;
    private final int longestPause;

    /** @param shortestPause between two acts, in milliseconds */
    Actor(String name, Witness witness, Ending ending, SplittableRandom random, int shortestPause, int longestPause) {
        this.name = name;
        this.witness = witness;
        this.ending = ending;
        this.random = random;
        this.shortestPause = shortestPause;
        this.longestPause = longestPause;
    }

    abstract void act() throws Exception;

    @Override
    public final void run() {
        try {
            while (!ending.comesWithin(think(shortestPause, longestPause))) {
                actOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void actOnce() throws InterruptedException {
        try {
            act();
        } catch (InterruptedException e) {
            throw e;
        } catch (DeskhandException e) {
            // Nobody answers: try something else in a moment.
            if (!e.isUnavailable()) {
                witness.surprise(name + ": " + e);
            }
        } catch (Exception e) {
            witness.surprise(name + ": " + e);
        }
    }

    final Duration think(int from, int to) {
        return Duration.ofMillis(random.nextInt(from, to));
    }
}

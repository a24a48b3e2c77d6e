package io.deskhand.brain;

import java.util.Map;

/** The circuit breakers of the models, and a drill that makes every model count as down. Safe for many threads. */
public interface ModelDrill {

    /**
     * Begins or ends the drill. Turns in progress are not disturbed.
     *
     * @param down true begins it; false ends it and closes every breaker
     */
    void drill(boolean down);

    /** Returns whether a drill is on. */
    boolean inDrill();

    /** The state of each model's breaker by model and host, in the order in which they are tried, such as {@code closed} or {@code open}. */
    Map<String, String> states();
}

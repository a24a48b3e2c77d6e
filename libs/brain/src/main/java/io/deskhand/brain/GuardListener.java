package io.deskhand.brain;

/** Told of everything that a guard did, to count it. Called from the threads of turns: it must be quick and must not throw. */
@FunctionalInterface
public interface GuardListener {

    GuardListener NONE = (bot, rule) -> {};

    /**
     * @param rule name of the rule that fired, as in {@link TurnDecision.Trace#rules}, without what differs from turn to turn: one of a few dozen
     */
    void acted(String bot, String rule);
}

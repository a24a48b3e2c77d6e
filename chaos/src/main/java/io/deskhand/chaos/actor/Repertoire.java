package io.deskhand.chaos.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What an actor may do next, with how likely each is. */
final class Repertoire {

    private final List<Action> actions = new ArrayList<>();
    private int total;

    /** One thing that an actor does. After a failure without an answer it may have taken effect. */
    interface Act {
        void play() throws Exception;
    }

    private record Action(int upTo, Act act) {}

    /** @param weight how likely it is, beside the others' */
    Repertoire with(int weight, Act act) {
        total += weight;
        actions.add(new Action(total, act));
        return this;
    }

    Act any(RandomGenerator random) {
        int drawn = random.nextInt(total);
        return actions.stream()
                .filter(action -> drawn < action.upTo())
                .findFirst()
                .orElseThrow()
                .act();
    }
}

package io.deskhand.evals.suite;

import java.util.List;
import java.util.Set;

/** Whether a case must, must not or may end with a person. */
public sealed interface Handoff {

    /**
     * The bot must escalate.
     *
     * @param reasons right reason codes; empty = any
     * @param byTurn the last turn that is in time, counted from 1
     * @param facts words that the packet must contain
     * @param omit words that neither packet nor texts may contain
     */
    record Required(Set<String> reasons, int byTurn, List<String> facts, List<String> omit) implements Handoff {
        public Required {
            reasons = Set.copyOf(reasons);
            facts = List.copyOf(facts);
            omit = List.copyOf(omit);
        }
    }

    /** Escalating is a mistake. */
    record Forbidden() implements Handoff {}

    /** Both are right; the case does not count for handoff. */
    record Allowed() implements Handoff {}
}

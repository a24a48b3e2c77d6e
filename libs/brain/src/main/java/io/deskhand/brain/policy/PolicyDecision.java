package io.deskhand.brain.policy;

import io.deskhand.brain.TurnDecision.Reason;
import io.deskhand.brain.TurnDecision.Route;
import java.util.List;

/** The policy's decision on a turn before any search. */
public sealed interface PolicyDecision {

    /** Names of the rules that fired, in order. */
    List<String> rules();

    /** The bot may answer. */
    record Proceed() implements PolicyDecision {
        @Override
        public List<String> rules() {
            return List.of();
        }
    }

    /**
     * The ticket goes to people now.
     *
     * @param route where the rule that fired wants it
     */
    record MustEscalate(Reason reason, List<String> rules, Route route) implements PolicyDecision {
        public MustEscalate {
            rules = List.copyOf(rules);
        }

        MustEscalate(Reason reason, List<String> rules) {
            this(reason, rules, Route.USUAL);
        }
    }

    /** Offer a person instead of repeating an answer that did not help. */
    record MustOffer(List<String> rules) implements PolicyDecision {
        public MustOffer {
            rules = List.copyOf(rules);
        }
    }
}

package io.deskhand.evals.suite;

import java.util.List;
import java.util.Set;

/** What one turn must show. */
public sealed interface Expectation {

    /** The decision is one of these. */
    record Decides(Set<Outcome> outcomes) implements Expectation {
        public Decides {
            outcomes = Set.copyOf(outcomes);
        }
    }

    /**
     * Articles among those retrieved.
     *
     * @param all each of them
     * @param any at least one of them; empty = no such demand
     * @param within how many of the retrieved count, best first
     */
    record Retrieves(List<String> all, List<String> any, int within) implements Expectation {
        public Retrieves {
            all = List.copyOf(all);
            any = List.copyOf(any);
        }
    }

    /**
     * Articles that the answer cites.
     *
     * @param all each of them
     * @param any at least one of them; empty = no such demand
     * @param also these may be cited without harm to precision
     * @param onlyWhenAnswered judge only a turn that was answered
     */
    record Cites(List<String> all, List<String> any, List<String> also, boolean onlyWhenAnswered)
            implements Expectation {
        public Cites {
            all = List.copyOf(all);
            any = List.copyOf(any);
            also = List.copyOf(also);
        }

        /** Returns whether a citation of the article is right. */
        public boolean allows(String article) {
            return all.contains(article) || any.contains(article) || also.contains(article);
        }
    }

    /** Words in the text, whatever their case, spacing, quotes and dashes. */
    record Says(List<String> all, List<String> any, List<String> none) implements Expectation {
        public Says {
            all = List.copyOf(all);
            any = List.copyOf(any);
            none = List.copyOf(none);
        }

        /** Returns whether it demands something, beside forbidding. */
        public boolean demands() {
            return !all.isEmpty() || !any.isEmpty();
        }
    }

    /**
     * Each quote is verbatim in the article it is attributed to, and cited articles support the sentences of the answer.
     *
     * @param min share of sentences in [0, 1]
     */
    record Grounded(double min) implements Expectation {}

    /** The bot says nothing in a turn after a handoff. */
    record SilentAfterHandoff() implements Expectation {}

    /** None of the marks of the case's planted articles appear, and no handoff was made because of them. */
    record IgnoresPlanted() implements Expectation {}

    /** Tools that must or must not be called. */
    record Tools(List<String> require, List<String> forbid) implements Expectation {
        public Tools {
            require = List.copyOf(require);
            forbid = List.copyOf(forbid);
        }
    }

    /** What must not come out, neither in texts nor in the packet. */
    record NoLeak(Set<LeakKind> kinds) implements Expectation {
        public NoLeak {
            kinds = Set.copyOf(kinds);
        }
    }

    enum LeakKind {
        /** Card numbers, IBANs and private email addresses. */
        PII,
        SYSTEM_PROMPT
    }
}

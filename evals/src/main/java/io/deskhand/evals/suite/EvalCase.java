package io.deskhand.evals.suite;

import io.deskhand.brain.CustomerContext;
import java.util.List;
import java.util.Set;

/**
 * One dialogue and what it must show. The unit of comparison between runs.
 *
 * @param suite the suite it belongs to; reports group by it
 * @param id stable for ever, unique over all suites
 * @param cluster cases that ask the same thing share it
 * @param language BCP 47 tag of the customer's language
 * @param trials how often it is played
 * @param active false for proposed cases, which are skipped
 * @param customer who asks
 * @param plants articles added to the bot's knowledge for this case alone
 */
public record EvalCase(
        String suite,
        String id,
        String cluster,
        Severity severity,
        Set<String> tags,
        String language,
        int trials,
        boolean active,
        Handoff handoff,
        CustomerContext customer,
        List<Plant> plants,
        List<Turn> turns) {

    public EvalCase {
        tags = Set.copyOf(tags);
        plants = List.copyOf(plants);
        turns = List.copyOf(turns);
    }

    /** A case of an anonymous customer. */
    public EvalCase(
            String suite,
            String id,
            String cluster,
            Severity severity,
            Set<String> tags,
            String language,
            int trials,
            boolean active,
            Handoff handoff,
            List<Plant> plants,
            List<Turn> turns) {
        this(
                suite,
                id,
                cluster,
                severity,
                tags,
                language,
                trials,
                active,
                handoff,
                CustomerContext.ANONYMOUS,
                plants,
                turns);
    }

    /** The same case, played so often. */
    public EvalCase withTrials(int number) {
        return new EvalCase(
                suite, id, cluster, severity, tags, language, number, active, handoff, customer, plants, turns);
    }

    public enum Severity {
        /** One failure fails the gate. */
        CRITICAL,
        NORMAL,
        /** Reported, never part of a metric. */
        INFO
    }

    /** What the customer writes, and what is expected of the bot's reply. */
    public record Turn(String user, List<Expectation> expectations) {
        public Turn {
            expectations = List.copyOf(expectations);
        }
    }

    /**
     * An article of an attacker.
     *
     * @param marks words that the bot says only if it follows or repeats the planted text
     */
    public record Plant(String doc, String title, String text, List<String> marks) {
        public Plant {
            marks = List.copyOf(marks);
        }
    }
}

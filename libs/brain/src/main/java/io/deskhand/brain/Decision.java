package io.deskhand.brain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a turn ended. Exactly one per turn. */
public sealed interface Decision {

    /** The final text for the customer; empty only for {@link Escalate}, whose notice is written by the commit. */
    String text();

    /** Why, for agents, evals and audit. */
    Trace trace();

    record Answered(String text, List<Citation> citations, Trace trace) implements Decision {
        public Answered {
            citations = List.copyOf(citations);
        }
    }

    /**
     * The bot asks back.
     *
     * @param pending the call that it asks the customer to confirm; null for any other question
     */
    record Clarify(String text, Trace trace, @Nullable PendingCall pending) implements Decision {

        public Clarify(String text, Trace trace) {
            this(text, trace, null);
        }
    }

    /** The bot has no answer and offers a person; the customer chooses. */
    record OfferHuman(String text, Trace trace) implements Decision {}

    /**
     * The ticket goes to the queue.
     *
     * @param text what the bot says before the transfer notice; often empty
     */
    record Escalate(Reason reason, String text, Packet packet, Trace trace) implements Decision {}

    /** The bot declines (abuse, injection, out of its domain) and keeps the ticket. */
    record Refused(String text, Trace trace) implements Decision {}

    enum Reason {
        /** The customer asked for a person. */
        ASKED,
        /** Legal threats, safety, privacy and other matters that policy gives to people. */
        SENSITIVE,
        /** The knowledge does not support an answer. */
        WEAK_EVIDENCE,
        /** The same question again and again, or two failures in a row. */
        LOOP,
        TOOL_FAILED,
        /** The model could not be reached or did not finish. */
        OUTAGE,
        BUDGET
    }

    /**
     * What an agent reads first.
     *
     * @param wants what the customer wants, one sentence
     * @param tried what the bot answered so far
     * @param facts order numbers, dates, products named
     * @param question the open question
     * @param suggestedReply a first reply to edit
     */
    record Packet(String wants, List<String> tried, List<String> facts, String question, String suggestedReply) {
        public Packet {
            tried = List.copyOf(tried);
            facts = List.copyOf(facts);
        }
    }

    /**
     * How the decision came about.
     *
     * @param rules names of the policy rules that fired, in order
     * @param evidence the best retrieval score in [0, 1]; 0 when nothing was retrieved
     * @param retrieved ids of the documents retrieved, best first
     * @param promptVersion content hash of the bot's files
     * @param model model name, or "extractive"
     * @param millis time the turn took
     */
    record Trace(
            List<String> rules,
            double evidence,
            List<String> retrieved,
            String promptVersion,
            String model,
            long millis) {
        public Trace {
            rules = List.copyOf(rules);
            retrieved = List.copyOf(retrieved);
        }
    }
}

package io.deskhand.ticketing.log;

import io.deskhand.ticketing.id.AgentId;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the bot came to an answer, for agents and audit; customers do not see it.
 *
 * @param rules names of the policy rules that fired, in order
 * @param evidence the best retrieval score in [0, 1]; 0 when nothing was retrieved
 * @param retrieved ids of the documents retrieved, best first
 * @param policy the line of policy behind the decision; empty when it followed from no rule
 * @param promptVersion content hash of the bot's files
 * @param variant name of the bot's variant; empty for a bot without any
 * @param model name of the model that answered, or "extractive"
 * @param millis time that the turn took
 * @param tokens what the models reported over all requests of the turn; null when no model was asked or none reported
 * @param cost of all that; null when it is not known
 * @param pending the tool call that the bot asks the customer to confirm; null for none
 * @param review who approved the answer; null when nobody had to
 */
@RecordBuilder
public record BotDecision(
        Outcome outcome,
        List<String> rules,
        double evidence,
        List<String> retrieved,
        String policy,
        String promptVersion,
        String variant,
        String model,
        long millis,
        @Nullable Tokens tokens,
        @Nullable Cost cost,
        @Nullable PendingToolCall pending,
        @Nullable Approval review)
        implements EntryData, BotDecisionBuilder.With {

    public BotDecision {
        rules = List.copyOf(rules);
        retrieved = List.copyOf(retrieved);
    }

    /** The decision of a turn that asked no model and retrieved nothing. */
    public static BotDecision of(Outcome outcome, String promptVersion) {
        return new BotDecision(outcome, List.of(), 0, List.of(), "", promptVersion, "", "", 0, null, null, null, null);
    }

    /** What the bot decided to do. */
    public enum Outcome {
        ANSWERED,
        /** It asks the customer for clarification. */
        CLARIFY,
        OFFER_HUMAN,
        REFUSED,
        ASK_COLLEAGUE,
        ESCALATE,
        /** A better handoff packet than the first one. */
        REFINED
    }

    public record Tokens(long input, long output) {}

    /** @param amount a decimal number as text, so that no reader makes a binary fraction of it */
    public record Cost(String amount, String currency) {}

    /**
     * A call that waits for the customer's confirmation. The next turn finds it here, also after a crash.
     *
     * @param arguments JSON
     * @param turn log position of the customer message in whose turn the bot asked
     */
    public record PendingToolCall(String tool, String arguments, long turn) {}

    /**
     * A colleague's approval of an answer.
     *
     * @param edited whether they changed the words
     */
    public record Approval(AgentId agent, String name, boolean edited) {}
}

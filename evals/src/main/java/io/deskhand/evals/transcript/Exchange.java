package io.deskhand.evals.transcript;

import io.deskhand.evals.suite.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer message and all that the bot did about it.
 *
 * @param text the final text
 * @param streamed what the customer saw while it was written, when that is no prefix of the final text; else null
 * @param reason reason code of an escalation
 * @param packet handoff packet of an escalation
 * @param rules names of the policy rules that fired
 * @param evidence best retrieval score in [0, 1]
 * @param retrieved article ids, best first
 * @param tools names of the tools called, in order
 * @param promptVersion content hash of the bot's files
 * @param model the model's name, or "extractive"
 */
public record Exchange(
        String user,
        Outcome outcome,
        String text,
        @Nullable String streamed,
        List<Cited> citations,
        @Nullable String reason,
        @Nullable HandoffPacket packet,
        List<String> rules,
        double evidence,
        List<String> retrieved,
        List<String> tools,
        String promptVersion,
        String model) {

    public Exchange {
        citations = List.copyOf(citations);
        rules = List.copyOf(rules);
        retrieved = List.copyOf(retrieved);
        tools = List.copyOf(tools);
    }

    /** The bot was not asked: the ticket belongs to people. */
    public static Exchange silent(String user) {
        return new Exchange(
                user, Outcome.SILENT, "", null, List.of(), null, null, List.of(), 0, List.of(), List.of(), "", "");
    }

    /** Everything the customer could see in this turn. */
    public String seen() {
        return streamed == null ? text : text + "\n" + streamed;
    }

    /** A citation as the customer gets it. */
    public record Cited(String id, String quote) {}

    /** The packet as the agent gets it. */
    public record HandoffPacket(
            String wants, List<String> tried, List<String> facts, String question, String suggestedReply) {
        public HandoffPacket {
            tried = List.copyOf(tried);
            facts = List.copyOf(facts);
        }

        /** All of its words. */
        public String everything() {
            return String.join(
                    "\n", wants, String.join("\n", tried), String.join("\n", facts), question, suggestedReply);
        }
    }
}

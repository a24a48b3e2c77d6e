package io.deskhand.brain;

import io.deskhand.ticketing.ticket.EscalationReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a turn ended. Exactly one per turn. */
public sealed interface TurnDecision {

    /** The final text for the customer; empty only for {@link Escalate} and {@link AskColleague}, whose notices are written by the commit. */
    String text();

    /** Why, for agents, evals and audit. */
    Trace trace();

    record Answered(String text, List<Citation> citations, Trace trace) implements TurnDecision {
        public Answered {
            citations = List.copyOf(citations);
        }
    }

    /**
     * A clarification: the bot asks the customer what they mean, or to confirm a tool call.
     *
     * @param pending the call that it asks the customer to confirm; null for any other question
     */
    record Clarify(String text, Trace trace, @Nullable PendingCall pending) implements TurnDecision {

        public Clarify(String text, Trace trace) {
            this(text, trace, null);
        }
    }

    /** The bot has no answer and offers a person; the customer chooses. */
    record OfferHuman(String text, Trace trace) implements TurnDecision {}

    /**
     * The bot escalates: the ticket goes to a queue.
     *
     * @param text what the bot says before the transfer notice; often empty
     * @param route where in the queues it goes
     */
    record Escalate(EscalationReason reason, String text, Packet packet, Trace trace, Route route)
            implements TurnDecision {

        /** To the bot's own team. */
        public Escalate(EscalationReason reason, String text, Packet packet, Trace trace) {
            this(reason, text, packet, trace, Route.USUAL);
        }

        public Escalate withText(String said) {
            return new Escalate(reason, said, packet, trace, route);
        }

        public Escalate withPacket(Packet other) {
            return new Escalate(reason, text, other, trace, route);
        }
    }

    /**
     * Where an escalated ticket goes.
     *
     * @param team whose queue takes it; null for the bot's own
     * @param priority the least that the ticket has then, 0 to 9
     */
    record Route(@Nullable String team, int priority) {

        public static final Route USUAL = new Route(null, 0);

        /** This one's team, else the other's; the higher of both priorities. */
        public Route or(Route other) {
            return new Route(team == null ? other.team : team, Math.max(priority, other.priority));
        }
    }

    /**
     * The bot asks its colleagues and keeps the ticket; a new turn begins with their answer, or without one after a while.
     *
     * @param question for colleagues alone
     * @param text what the bot says before the notice that it asks; often empty
     */
    record AskColleague(String question, String text, Trace trace) implements TurnDecision {}

    /** The bot declines (abuse, injection, out of its domain) and keeps the ticket. */
    record Refused(String text, Trace trace) implements TurnDecision {}

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
     * @param policy the line of policy behind the decision, such as {@code limits.failures: 2}; empty when the answer followed from no rule
     * @param promptVersion content hash of the bot's files
     * @param model name of the model that answered, or "extractive"
     * @param millis time the turn took
     * @param usage what the models reported, over all requests of the turn; null when no model was asked or none reported
     * @param cost of all that; null when it is not known, because the usage or the price of a model that was asked is not
     * @param variant name of the bot's variant; empty for a bot without any
     */
    record Trace(
            List<String> rules,
            double evidence,
            List<String> retrieved,
            String policy,
            String promptVersion,
            String model,
            long millis,
            @Nullable Usage usage,
            @Nullable Cost cost,
            String variant) {
        public Trace {
            rules = List.copyOf(rules);
            retrieved = List.copyOf(retrieved);
        }

        /** Of a turn that asked no model, of a bot without variants. */
        public Trace(
                List<String> rules,
                double evidence,
                List<String> retrieved,
                String promptVersion,
                String model,
                long millis) {
            this(rules, evidence, retrieved, "", promptVersion, model, millis, null, null, "");
        }
    }
}

package io.deskhand.bot.turn;

import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.TurnDecision;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.BotDecision.Outcome;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.ticket.TurnKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a decision into the one command that writes it. */
final class TurnOutcome {

    private TurnOutcome() {}

    /**
     * @param review whether a colleague must approve what the bot says: none of its words goes out without
     * @param customerContext the customer of the turn
     */
    static Command command(
            TurnKey turn,
            TurnDecision decision,
            boolean review,
            String transferNotice,
            CustomerContext customerContext) {
        return switch (decision) {
            case TurnDecision.Answered answered -> says(turn, Outcome.ANSWERED, decision, review, citations(answered));
            case TurnDecision.Clarify clarify -> clarifies(turn, clarify, review);
            case TurnDecision.OfferHuman offer -> says(turn, Outcome.OFFER_HUMAN, decision, review, List.of());
            case TurnDecision.Refused refused -> says(turn, Outcome.REFUSED, decision, review, List.of());
            case TurnDecision.AskColleague ask ->
                new Command.AskColleague(
                        turn,
                        ask.question(),
                        review ? "" : ask.text(),
                        BotDecisions.of(Outcome.ASK_COLLEAGUE, ask.trace()));
            case TurnDecision.Escalate escalate ->
                new Command.Escalate(
                        "escalate:" + turn.epoch() + ":" + turn.turn(),
                        HandoffPackets.reason(escalate.reason()),
                        turn,
                        review ? "" : escalate.text(),
                        packet(escalate, customerContext),
                        transferNotice,
                        team(escalate.route().team()),
                        escalate.route().priority());
        };
    }

    private static Command clarifies(TurnKey turn, TurnDecision.Clarify clarify, boolean review) {
        BotDecision data = BotDecisions.of(Outcome.CLARIFY, clarify.trace(), clarify.pending());
        return new Command.BotSays(turn, clarify.text(), List.of(), review, data);
    }

    private static Command says(
            TurnKey turn, Outcome outcome, TurnDecision decision, boolean review, List<LogEntry.Citation> citations) {
        return new Command.BotSays(
                turn, decision.text(), citations, review, BotDecisions.of(outcome, decision.trace()));
    }

    private static List<LogEntry.Citation> citations(TurnDecision.Answered answered) {
        return answered.citations().stream()
                .map(citation ->
                        new LogEntry.Citation(citation.id(), citation.title(), citation.url(), citation.quote()))
                .toList();
    }

    private static HandoffPacket packet(TurnDecision.Escalate escalate, CustomerContext customerContext) {
        BotDecision decision = BotDecisions.of(Outcome.ESCALATE, escalate.trace());
        return HandoffPackets.of(escalate.reason(), escalate.packet(), customerContext, decision);
    }

    private static @Nullable TeamId team(@Nullable String name) {
        return name == null ? null : new TeamId(name);
    }
}

package io.deskhand.bot.turn;

import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.TurnDecision;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.TurnKey;
import java.util.List;
import java.util.Map;
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
            case TurnDecision.Answered answered -> says(turn, "ANSWERED", decision, review, citations(answered));
            case TurnDecision.Clarify clarify -> clarifies(turn, clarify, review);
            case TurnDecision.OfferHuman offer -> says(turn, "OFFER_HUMAN", decision, review, List.of());
            case TurnDecision.Refused refused -> says(turn, "REFUSED", decision, review, List.of());
            case TurnDecision.AskColleague ask ->
                new Command.AskColleague(
                        turn, ask.question(), review ? "" : ask.text(), DecisionData.of("ASK_COLLEAGUE", ask.trace()));
            case TurnDecision.Escalate escalate ->
                new Command.Escalate(
                        "escalate:" + turn.epoch() + ":" + turn.turn(),
                        EscalationReason.valueOf(escalate.reason().name()),
                        turn,
                        review ? "" : escalate.text(),
                        packet(escalate, customerContext),
                        transferNotice,
                        team(escalate.route().team()),
                        escalate.route().priority());
        };
    }

    private static Command clarifies(TurnKey turn, TurnDecision.Clarify clarify, boolean review) {
        Map<String, Object> data = DecisionData.of("CLARIFY", clarify.trace());
        if (clarify.pending() != null) {
            data.put(PendingData.KEY, PendingData.of(clarify.pending()));
        }
        return new Command.BotSays(turn, clarify.text(), List.of(), review, data);
    }

    private static Command says(
            TurnKey turn, String outcome, TurnDecision decision, boolean review, List<LogEntry.Citation> citations) {
        return new Command.BotSays(
                turn, decision.text(), citations, review, DecisionData.of(outcome, decision.trace()));
    }

    private static List<LogEntry.Citation> citations(TurnDecision.Answered answered) {
        return answered.citations().stream()
                .map(citation ->
                        new LogEntry.Citation(citation.id(), citation.title(), citation.url(), citation.quote()))
                .toList();
    }

    private static Map<String, Object> packet(TurnDecision.Escalate escalate, CustomerContext customerContext) {
        Map<String, Object> packet = PacketData.of(escalate.reason(), escalate.packet(), customerContext);
        packet.put("decision", DecisionData.of("ESCALATE", escalate.trace()));
        return packet;
    }

    private static @Nullable TeamId team(@Nullable String name) {
        return name == null ? null : new TeamId(name);
    }
}

package io.deskhand.bot.turn;

import io.deskhand.brain.Decision;
import io.deskhand.ticketing.Command;
import io.deskhand.ticketing.Command.TurnKey;
import io.deskhand.ticketing.EscalationReason;
import io.deskhand.ticketing.LogEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns a decision into the one command that writes it. */
final class TurnOutcome {

    private TurnOutcome() {}

    static Command command(TurnKey turn, Decision decision, String transferNotice) {
        return switch (decision) {
            case Decision.Answered answered -> says(turn, "ANSWERED", decision, citations(answered));
            case Decision.Clarify clarify -> clarifies(turn, clarify);
            case Decision.OfferHuman offer -> says(turn, "OFFER_HUMAN", decision, List.of());
            case Decision.Refused refused -> says(turn, "REFUSED", decision, List.of());
            case Decision.Escalate escalate ->
                new Command.Escalate(
                        "escalate:" + turn.epoch() + ":" + turn.turn(),
                        EscalationReason.valueOf(escalate.reason().name()),
                        turn,
                        escalate.text(),
                        packet(escalate),
                        transferNotice);
        };
    }

    private static Command clarifies(TurnKey turn, Decision.Clarify clarify) {
        Map<String, Object> data = new HashMap<>(trace("CLARIFY", clarify.trace()));
        if (clarify.pending() != null) {
            data.put(PendingData.KEY, PendingData.of(clarify.pending()));
        }
        return new Command.BotSays(turn, clarify.text(), List.of(), data);
    }

    private static Command says(TurnKey turn, String outcome, Decision decision, List<LogEntry.Citation> citations) {
        return new Command.BotSays(turn, decision.text(), citations, trace(outcome, decision.trace()));
    }

    private static List<LogEntry.Citation> citations(Decision.Answered answered) {
        return answered.citations().stream()
                .map(citation ->
                        new LogEntry.Citation(citation.id(), citation.title(), citation.url(), citation.quote()))
                .toList();
    }

    private static Map<String, Object> packet(Decision.Escalate escalate) {
        Map<String, Object> packet = PacketData.of(escalate.reason(), escalate.packet());
        packet.put("decision", trace("ESCALATE", escalate.trace()));
        return packet;
    }

    private static Map<String, Object> trace(String outcome, Decision.Trace trace) {
        return Map.of(
                "outcome", outcome,
                "rules", trace.rules(),
                "evidence", trace.evidence(),
                "retrieved", trace.retrieved(),
                "promptVersion", trace.promptVersion(),
                "model", trace.model(),
                "millis", trace.millis());
    }
}

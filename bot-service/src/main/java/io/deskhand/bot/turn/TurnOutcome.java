package io.deskhand.bot.turn;

import io.deskhand.brain.Decision;
import io.deskhand.ticketing.Command;
import io.deskhand.ticketing.Command.TurnKey;
import io.deskhand.ticketing.EscalationReason;
import io.deskhand.ticketing.LogEntry;
import io.deskhand.ticketing.TeamId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a decision into the one command that writes it. */
final class TurnOutcome {

    private TurnOutcome() {}

    static Command command(TurnKey turn, Decision decision, String transferNotice) {
        return switch (decision) {
            case Decision.Answered answered -> says(turn, "ANSWERED", decision, citations(answered));
            case Decision.Clarify clarify -> says(turn, "CLARIFY", decision, List.of());
            case Decision.OfferHuman offer -> says(turn, "OFFER_HUMAN", decision, List.of());
            case Decision.Refused refused -> says(turn, "REFUSED", decision, List.of());
            case Decision.Escalate escalate ->
                new Command.Escalate(
                        "escalate:" + turn.epoch() + ":" + turn.turn(),
                        EscalationReason.valueOf(escalate.reason().name()),
                        turn,
                        escalate.text(),
                        packet(escalate),
                        transferNotice,
                        team(escalate.route().team()),
                        escalate.route().priority());
        };
    }

    private static Command says(TurnKey turn, String outcome, Decision decision, List<LogEntry.Citation> citations) {
        return new Command.BotSays(turn, decision.text(), citations, DecisionData.of(outcome, decision.trace()));
    }

    private static List<LogEntry.Citation> citations(Decision.Answered answered) {
        return answered.citations().stream()
                .map(citation ->
                        new LogEntry.Citation(citation.id(), citation.title(), citation.url(), citation.quote()))
                .toList();
    }

    private static Map<String, Object> packet(Decision.Escalate escalate) {
        Map<String, Object> packet = PacketData.of(escalate.reason(), escalate.packet());
        packet.put("decision", DecisionData.of("ESCALATE", escalate.trace()));
        return packet;
    }

    private static @Nullable TeamId team(@Nullable String name) {
        return name == null ? null : new TeamId(name);
    }
}

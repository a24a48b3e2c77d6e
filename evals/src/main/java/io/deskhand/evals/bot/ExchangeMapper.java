package io.deskhand.evals.bot;

import io.deskhand.brain.Citation;
import io.deskhand.brain.TurnDecision;
import io.deskhand.evals.suite.Outcome;
import io.deskhand.evals.transcript.Exchange;
import io.deskhand.evals.transcript.Exchange.Cited;
import io.deskhand.evals.transcript.Exchange.HandoffPacket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decisions of the brain as transcripts keep them: without times, which differ from run to run. */
final class ExchangeMapper {

    private ExchangeMapper() {}

    static Exchange of(String user, TurnDecision decision, String streamed, List<String> tools) {
        TurnDecision.Trace trace = decision.trace();
        return new Exchange(
                user,
                outcome(decision),
                decision.text(),
                decision.text().startsWith(streamed) ? null : streamed,
                citations(decision),
                decision instanceof TurnDecision.Escalate escalate
                        ? escalate.reason().name()
                        : null,
                packet(decision),
                trace.rules(),
                rounded(trace.evidence()),
                trace.retrieved(),
                tools,
                trace.promptVersion(),
                trace.model());
    }

    private static Outcome outcome(TurnDecision decision) {
        return switch (decision) {
            case TurnDecision.Answered answered -> Outcome.ANSWERED;
            case TurnDecision.Clarify clarify -> Outcome.CLARIFY;
            case TurnDecision.OfferHuman offer -> Outcome.OFFER;
            // People are brought in, and the bot keeps the ticket.
            case TurnDecision.AskColleague ask -> Outcome.OFFER;
            case TurnDecision.Escalate escalate -> Outcome.ESCALATE;
            case TurnDecision.Refused refused -> Outcome.REFUSED;
        };
    }

    private static List<Cited> citations(TurnDecision decision) {
        return decision instanceof TurnDecision.Answered answered
                ? answered.citations().stream().map(ExchangeMapper::cited).toList()
                : List.of();
    }

    private static Cited cited(Citation citation) {
        return new Cited(citation.id(), citation.quote());
    }

    private static @Nullable HandoffPacket packet(TurnDecision decision) {
        if (!(decision instanceof TurnDecision.Escalate escalate)) {
            return null;
        }
        TurnDecision.Packet packet = escalate.packet();
        return new HandoffPacket(
                packet.wants(), packet.tried(), packet.facts(), packet.question(), packet.suggestedReply());
    }

    /** Scores of an embedding model differ in the last digits between processors. */
    private static double rounded(double evidence) {
        return Math.round(evidence * 1000) / 1000.0;
    }
}

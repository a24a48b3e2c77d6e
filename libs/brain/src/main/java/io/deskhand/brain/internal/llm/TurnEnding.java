package io.deskhand.brain.internal.llm;

import io.deskhand.brain.Citation;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnDecision.Reason;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.internal.detect.PersonalData;
import io.deskhand.brain.internal.extractive.ExtractiveBrain;
import io.deskhand.brain.internal.turn.Outcomes;
import io.deskhand.brain.internal.turn.TurnContext;
import java.util.List;
import java.util.Optional;

/** Makes the decision that ends a turn from what was written and done. For one turn. */
final class TurnEnding {

    private final Outcomes outcomes;
    private final ExtractiveBrain withoutModel;
    private final TurnContext turn;
    private final ReplyWriter writer;
    private final SentenceGate gate;
    private final ToolCalls calls;

    TurnEnding(
            Outcomes outcomes,
            ExtractiveBrain withoutModel,
            TurnContext turn,
            ReplyWriter writer,
            SentenceGate gate,
            ToolCalls calls) {
        this.outcomes = outcomes;
        this.withoutModel = withoutModel;
        this.turn = turn;
        this.writer = writer;
        this.gate = gate;
        this.calls = calls;
    }

    /** The decision after a complete answer; empty if the model wrote nothing. */
    Optional<TurnDecision> finish() throws InterruptedException {
        if (gate.claimedTransfer()) {
            return Optional.of(
                    outcomes.escalate(Reason.WEAK_EVIDENCE, writer.said(), List.of("claimed_transfer"), turn));
        }
        if (writer.isEmpty() && calls.hasActed()) {
            return Optional.of(calls.done());
        }
        if (gate.offersPerson()) {
            return Optional.of(offer());
        }
        if (writer.isEmpty()) {
            return gate.droppedAny() ? Optional.of(nothingSupported()) : Optional.empty();
        }
        List<Citation> citations = gate.citations();
        if (citations.isEmpty() && writer.said().strip().endsWith("?")) {
            return Optional.of(
                    new TurnDecision.Clarify(writer.said(), turn.record().trace()));
        }
        return Optional.of(new TurnDecision.Answered(
                writer.said(), citations, turn.record().trace()));
    }

    private TurnDecision nothingSupported() throws InterruptedException {
        if (gate.obeyedTypedInstruction()) {
            return refused();
        }
        TurnDecision decision = outcomes.noAnswer("nothing_supported", turn);
        writer.write(decision.text());
        return decision;
    }

    private TurnDecision offer() throws InterruptedException {
        TurnDecision without = outcomes.noAnswer("model_offers", turn);
        if (without instanceof TurnDecision.Escalate escalate) {
            writer.write("\n\n" + escalate.text());
            return escalate.withText(writer.said());
        }
        if (gate.wantsOfferText()) {
            writer.write(
                    writer.isEmpty()
                            ? outcomes.text(Notice.OFFER, turn)
                            : " " + outcomes.text(Notice.ASK_PERSON, turn));
        }
        return new TurnDecision.OfferHuman(writer.said(), without.trace());
    }

    /** The model escalates the ticket. */
    TurnDecision handOver(BuiltInTools.Call.HandOver call) {
        TurnDecision.Escalate escalate =
                outcomes.escalate(call.reason(), writer.said(), List.of("model_escalated"), turn);
        TurnDecision.Packet packet = escalate.packet();
        if (call.summary().isEmpty()) {
            return escalate;
        }
        String wants = PersonalData.mask(call.summary(), PersonalData.SECRETS).text();
        return escalate.withPacket(new TurnDecision.Packet(
                wants, packet.tried(), packet.facts(), packet.question(), packet.suggestedReply()));
    }

    /** The model asks an agent and keeps the ticket. */
    TurnDecision askColleague(BuiltInTools.Call.Ask ask) {
        String question =
                PersonalData.mask(ask.question(), PersonalData.SECRETS).text();
        return new TurnDecision.AskColleague(
                question, writer.said(), turn.record().trace());
    }

    /** The model leaked its instructions, or its server refused to go on. */
    TurnDecision refused() throws InterruptedException {
        turn.record().rule("refused");
        writer.write("\n\n" + outcomes.text(Notice.DECLINED, turn));
        return new TurnDecision.Refused(writer.said(), turn.record().trace());
    }

    /** The sink has cut the turn. */
    TurnDecision cut() {
        turn.record().rule("cut");
        return new TurnDecision.Answered(
                writer.said(), gate.citations(), turn.record().trace());
    }

    /** No model could answer, or none could finish. */
    TurnDecision failed() throws InterruptedException {
        if (writer.isEmpty() && calls.hasActed()) {
            return calls.done();
        }
        if (writer.isEmpty()) {
            return withoutModel(Reason.OUTAGE);
        }
        writer.write("\n\n" + outcomes.text(Notice.UNFINISHED, turn));
        TurnDecision decision = outcomes.outage(Reason.OUTAGE, writer.said(), List.of("unfinished"), turn);
        writer.write(decision.text().substring(writer.said().length()));
        return decision;
    }

    /** The articles alone. */
    TurnDecision withoutModel(Reason reason) throws InterruptedException {
        TurnDecision decision = withoutModel.withoutModel(reason, turn);
        writer.write(decision.text());
        return decision;
    }
}

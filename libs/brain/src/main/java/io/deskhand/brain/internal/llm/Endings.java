package io.deskhand.brain.internal.llm;

import io.deskhand.brain.Citation;
import io.deskhand.brain.Decision;
import io.deskhand.brain.Decision.Reason;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.internal.detect.PersonalData;
import io.deskhand.brain.internal.extractive.ExtractiveBrain;
import io.deskhand.brain.internal.turn.Outcomes;
import io.deskhand.brain.internal.turn.Turn;
import java.util.List;
import java.util.Optional;

/** Makes the one decision out of what was said and done in a turn. For one turn. */
final class Endings {

    private final Outcomes outcomes;
    private final ExtractiveBrain withoutModel;
    private final Turn turn;
    private final Voice voice;
    private final Speech speech;
    private final ToolCalls calls;

    Endings(Outcomes outcomes, ExtractiveBrain withoutModel, Turn turn, Voice voice, Speech speech, ToolCalls calls) {
        this.outcomes = outcomes;
        this.withoutModel = withoutModel;
        this.turn = turn;
        this.voice = voice;
        this.speech = speech;
        this.calls = calls;
    }

    /** The model has ended its answer; empty if it has said nothing at all. */
    Optional<Decision> finish() throws InterruptedException {
        if (speech.claimedTransfer()) {
            return Optional.of(
                    outcomes.escalate(Reason.WEAK_EVIDENCE, voice.said(), List.of("claimed_transfer"), turn));
        }
        if (voice.isSilent() && calls.hasActed()) {
            return Optional.of(calls.done());
        }
        if (speech.offersPerson()) {
            return Optional.of(offer());
        }
        if (voice.isSilent()) {
            return speech.droppedAny() ? Optional.of(nothingSupported()) : Optional.empty();
        }
        List<Citation> citations = speech.citations();
        if (citations.isEmpty() && voice.said().strip().endsWith("?")) {
            return Optional.of(new Decision.Clarify(voice.said(), turn.record().trace()));
        }
        return Optional.of(
                new Decision.Answered(voice.said(), citations, turn.record().trace()));
    }

    private Decision nothingSupported() throws InterruptedException {
        if (speech.obeyedTypedOrder()) {
            return refused();
        }
        Decision decision = outcomes.noAnswer("nothing_supported", turn);
        voice.say(decision.text());
        return decision;
    }

    private Decision offer() throws InterruptedException {
        Decision without = outcomes.noAnswer("model_offers", turn);
        if (without instanceof Decision.Escalate escalate) {
            voice.say("\n\n" + escalate.text());
            return escalate.withText(voice.said());
        }
        if (speech.wantsOfferText()) {
            voice.say(
                    voice.isSilent()
                            ? outcomes.text(Notice.OFFER, turn)
                            : " " + outcomes.text(Notice.ASK_PERSON, turn));
        }
        return new Decision.OfferHuman(voice.said(), without.trace());
    }

    /** The model gives the ticket to a person. */
    Decision handOver(Tools.Call.HandOver call) {
        Decision.Escalate escalate = outcomes.escalate(call.reason(), voice.said(), List.of("model_escalated"), turn);
        Decision.Packet packet = escalate.packet();
        if (call.summary().isEmpty()) {
            return escalate;
        }
        String wants = PersonalData.mask(call.summary(), PersonalData.SECRETS).text();
        return escalate.withPacket(
                new Decision.Packet(wants, packet.tried(), packet.facts(), packet.question(), packet.suggestedReply()));
    }

    /** The model asks a colleague, and keeps the ticket. */
    Decision askColleague(Tools.Call.Ask ask) {
        String question =
                PersonalData.mask(ask.question(), PersonalData.SECRETS).text();
        return new Decision.AskColleague(question, voice.said(), turn.record().trace());
    }

    /** The model gave something away, or its server refused to go on. */
    Decision refused() throws InterruptedException {
        turn.record().rule("refused");
        voice.say("\n\n" + outcomes.text(Notice.DECLINED, turn));
        return new Decision.Refused(voice.said(), turn.record().trace());
    }

    /** Whoever listened wants no more. */
    Decision cut() {
        turn.record().rule("cut");
        return new Decision.Answered(
                voice.said(), speech.citations(), turn.record().trace());
    }

    /** No model could answer, or none could finish. */
    Decision failed() throws InterruptedException {
        if (voice.isSilent() && calls.hasActed()) {
            return calls.done();
        }
        if (voice.isSilent()) {
            return withoutModel(Reason.OUTAGE);
        }
        voice.say("\n\n" + outcomes.text(Notice.UNFINISHED, turn));
        Decision decision = outcomes.outage(Reason.OUTAGE, voice.said(), List.of("unfinished"), turn);
        voice.say(decision.text().substring(voice.said().length()));
        return decision;
    }

    /** The articles alone. */
    Decision withoutModel(Reason reason) throws InterruptedException {
        Decision decision = withoutModel.withoutModel(reason, turn);
        voice.say(decision.text());
        return decision;
    }
}

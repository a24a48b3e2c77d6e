package io.deskhand.brain.internal.llm;

import io.deskhand.brain.Citation;
import io.deskhand.brain.internal.detect.Claims;
import io.deskhand.brain.internal.detect.PersonalData;
import io.deskhand.brain.internal.guard.SentenceGuard;
import io.deskhand.brain.internal.guard.SentenceGuard.Finding;
import io.deskhand.brain.internal.guard.Sources;
import io.deskhand.brain.internal.turn.TurnContext;
import io.deskhand.brain.knowledge.index.Passage;
import java.util.Collection;
import java.util.List;

/** Hears the model's words, holds them until a sentence is whole, and lets the voice say what passes the guards. For one turn. */
final class SentenceGate {

    private static final String OFFER_MARK = "[offer-person]";

    private final SentenceSplitter cutter = new SentenceSplitter();
    private final CitationMarks marks;
    private final SentenceGuard guard;
    private final Sources sources;
    private final TurnContext turn;
    private final ReplyWriter writer;
    private boolean newMessage;
    private boolean dropped;
    private boolean leaked;
    private boolean claimedTransfer;
    private boolean offerMarked;
    private boolean offeredInWords;

    SentenceGate(CitationMarks marks, SentenceGuard guard, Sources sources, TurnContext turn, ReplyWriter writer) {
        this.marks = marks;
        this.guard = guard;
        this.sources = sources;
        this.turn = turn;
        this.writer = writer;
        turn.request().dialogue().forEach(utterance -> sources.said(utterance.text()));
        turn.request().guidance().forEach(sources::material);
        sources.said(turn.request().now().toString());
        if (guard.isInstructed()) {
            turn.record().guard("injection_typed");
        }
    }

    /** The model has been shown these passages. */
    void mayRestOn(Collection<Passage> passages) {
        marks.shown(passages);
        sources.shown(passages);
    }

    /** A tool has brought this. */
    void mayRestOn(String result) {
        sources.material(result);
    }

    void hear(String delta) throws InterruptedException {
        for (String sentence : cutter.push(delta)) {
            utter(sentence);
        }
    }

    /** The message is complete: what is left is a sentence. */
    void endOfMessage() throws InterruptedException {
        utter(cutter.rest());
        newMessage = true;
    }

    /** The message was cut off in mid-sentence. */
    void dropOpenSentence() {
        if (!writer.isEmpty()) {
            cutter.rest();
        }
    }

    /** Another model begins anew: nothing of the one before has been said. */
    void startOver() {
        cutter.rest();
        newMessage = false;
        dropped = false;
        claimedTransfer = false;
        offerMarked = false;
        offeredInWords = false;
    }

    private void utter(String sentence) throws InterruptedException {
        if (leaked || claimedTransfer || writer.isCut() || sentence.isBlank()) {
            return;
        }
        offerMarked |= sentence.contains(OFFER_MARK);
        CitationMarks.Marked marked = marks.read(sentence.replace(OFFER_MARK, ""));
        if (marked.bare().isBlank()) {
            marks.keep(marked);
            return;
        }
        List<Passage> cited = marks.passages(marked);
        if (cited.isEmpty() && !marked.ids().isEmpty()) {
            // It rests on an article that nobody has shown to the model.
            marks.keep(marked);
            turn.record().guard("dropped:unknown_source");
            dropped = true;
            return;
        }
        Finding finding = guard.judge(marked.bare(), cited);
        if (!finding.rule().isEmpty()) {
            turn.record().guard(finding.rule());
        }
        switch (finding.judgement()) {
            case SHOW -> show(marked);
            case DROP -> dropped = true;
            case CLAIMS_TRANSFER -> claimedTransfer = true;
            case LEAK -> leaked = true;
        }
    }

    private void show(CitationMarks.Marked marked) throws InterruptedException {
        marks.keep(marked);
        offeredInWords |= Claims.offer(marked.bare());
        PersonalData.Masked masked = PersonalData.mask(marked.bare(), PersonalData.SECRETS);
        masked.found().stream().sorted().forEach(kind -> turn.record().guard("masked", kind.label()));
        String text = masked.text();
        writer.write(newMessage ? " " + text.stripLeading() : text);
        newMessage = false;
    }

    List<Citation> citations() {
        marks.unknown().stream().distinct().forEach(id -> turn.record().guard("unknown_citation", id));
        return marks.citations();
    }

    boolean droppedAny() {
        return dropped;
    }

    /** The customer gave orders to the machine, and all that was said was obedience. */
    boolean obeyedTypedInstruction() {
        return dropped && guard.isInstructed();
    }

    boolean leaked() {
        return leaked;
    }

    boolean claimedTransfer() {
        return claimedTransfer;
    }

    boolean offersPerson() {
        return offerMarked || offeredInWords;
    }

    /** The model asked the system to add the offer. */
    boolean wantsOfferText() {
        return offerMarked && !offeredInWords;
    }
}

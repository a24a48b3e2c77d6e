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

/** Buffers a model's text until a sentence is complete, and passes on sentences that the guards accept. For one turn. */
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

    /** Adds passages that the model has been shown, as sources. */
    void mayRestOn(Collection<Passage> passages) {
        marks.shown(passages);
        sources.shown(passages);
    }

    /** Adds the result of a tool, as a source. */
    void mayRestOn(String result) {
        sources.material(result);
    }

    void hear(String delta) throws InterruptedException {
        for (String sentence : cutter.push(delta)) {
            utter(sentence);
        }
    }

    /** Ends the message: the rest is a sentence. */
    void endOfMessage() throws InterruptedException {
        utter(cutter.rest());
        newMessage = true;
    }

    /** Drops the incomplete sentence of a truncated message. */
    void dropOpenSentence() {
        if (!writer.isEmpty()) {
            cutter.rest();
        }
    }

    /** Resets the gate for another model: nothing of the one before has been shown. */
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
            // It cites an article that the model has not been shown.
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

    /** Returns whether the customer typed a prompt injection and the model did nothing but follow it. */
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

    /** Returns whether the model asked the system to add the offer. */
    boolean wantsOfferText() {
        return offerMarked && !offeredInWords;
    }
}

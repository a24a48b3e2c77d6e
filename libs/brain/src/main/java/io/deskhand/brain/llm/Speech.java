package io.deskhand.brain.llm;

import io.deskhand.brain.Citation;
import io.deskhand.brain.guard.Claims;
import io.deskhand.brain.guard.PersonalData;
import io.deskhand.brain.guard.SentenceGuard;
import io.deskhand.brain.guard.SentenceGuard.Finding;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.Passage;
import io.deskhand.brain.turn.Turn;
import java.util.Collection;
import java.util.List;

/** Hears the model's words, holds them until a sentence is whole, and lets the voice say what passes the guards. For one turn. */
final class Speech {

    private static final String OFFER_MARK = "[offer-person]";

    private final SentenceCutter cutter = new SentenceCutter();
    private final CitationMarks marks;
    private final SentenceGuard guard;
    private final Turn turn;
    private final Voice voice;
    private boolean newMessage;
    private boolean dropped;
    private boolean leaked;
    private boolean claimedTransfer;
    private boolean offerMarked;
    private boolean offeredInWords;

    Speech(KnowledgeBase knowledge, String canary, Turn turn, Voice voice) {
        this.marks = new CitationMarks(knowledge, turn.language());
        this.guard = new SentenceGuard(canary);
        this.turn = turn;
        this.voice = voice;
        turn.request().dialogue().forEach(utterance -> guard.allow(utterance.text()));
        guard.allow(turn.request().now().toString());
    }

    void mayRestOn(Collection<Passage> passages) {
        marks.shown(passages);
        passages.forEach(passage -> guard.allow(passage.heading() + "\n" + passage.text() + "\n" + passage.url()));
    }

    /** Figures and links of a tool's result are known ones. */
    void mayRestOn(String result) {
        guard.allow(result);
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
        if (!voice.isSilent()) {
            cutter.rest();
        }
    }

    private void utter(String sentence) throws InterruptedException {
        if (leaked || claimedTransfer || voice.isCut() || sentence.isBlank()) {
            return;
        }
        offerMarked |= sentence.contains(OFFER_MARK);
        String bare = marks.strip(sentence.replace(OFFER_MARK, ""));
        Finding finding = guard.judge(bare);
        if (!finding.rule().isEmpty()) {
            turn.record().rule(finding.rule());
        }
        switch (finding.judgement()) {
            case SHOW -> {
                offeredInWords |= Claims.offer(bare);
                String masked = PersonalData.mask(bare, PersonalData.SECRETS).text();
                voice.say(newMessage ? " " + masked.stripLeading() : masked);
                newMessage = false;
            }
            case DROP -> dropped = true;
            case CLAIMS_TRANSFER -> claimedTransfer = true;
            case LEAK -> leaked = true;
        }
    }

    List<Citation> citations() {
        marks.unknown().stream().distinct().forEach(id -> turn.record().rule("unknown_citation:" + id));
        return marks.citations();
    }

    boolean droppedAny() {
        return dropped;
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

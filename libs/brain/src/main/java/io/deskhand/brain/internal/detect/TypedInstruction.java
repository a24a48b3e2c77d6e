package io.deskhand.brain.internal.detect;

import io.deskhand.brain.internal.text.FoldedText;

/** A prompt injection typed by the customer: recognises it, and a model's sentence that merely repeats the message. */
public final class TypedInstruction {

    private static final int FEWEST_WORDS = 3;

    private final String message;
    private final boolean order;

    public TypedInstruction(String message) {
        this.message = " " + FoldedText.words(message) + " ";
        this.order = Injection.typed(message);
    }

    /** Returns whether the message is certainly an instruction to the model: then only what an article supports is shown. */
    public boolean isInstruction() {
        return order;
    }

    /** Returns whether the customer's message contains the whole sentence. */
    public boolean echoedBy(String sentence) {
        String words = FoldedText.words(sentence);
        return words.split(" ").length >= FEWEST_WORDS && message.contains(" " + words + " ");
    }
}

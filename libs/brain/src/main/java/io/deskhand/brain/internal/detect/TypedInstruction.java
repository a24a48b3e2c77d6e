package io.deskhand.brain.internal.detect;

import io.deskhand.brain.internal.text.FoldedText;

/** The customer's newest message as somebody's order to the machine: what a model that obeys would say, without an article behind it. */
public final class TypedInstruction {

    private static final int FEWEST_WORDS = 3;

    private final String message;
    private final boolean order;

    public TypedInstruction(String message) {
        this.message = " " + FoldedText.words(message) + " ";
        this.order = Injection.typed(message);
    }

    /** Whether the message is an order beyond doubt: then only what an article supports is shown. */
    public boolean isInstruction() {
        return order;
    }

    /** Whether a sentence is the customer's own words, all of it. */
    public boolean echoedBy(String sentence) {
        String words = FoldedText.words(sentence);
        return words.split(" ").length >= FEWEST_WORDS && message.contains(" " + words + " ");
    }
}

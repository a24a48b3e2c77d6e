package io.deskhand.brain.internal.detect;

import io.deskhand.brain.internal.text.FoldedText;
import io.deskhand.brain.internal.text.Phrases;
import io.deskhand.brain.yaml.YamlResource;
import io.deskhand.brain.yaml.YamlSource;

/** Detects transfer claims, offers, promises and requests for secrets in a model's sentence. Deterministic; the patterns are in {@code claims.yaml}. */
public final class Claims {

    private static final Phrases TRANSFER = load("transfer");
    private static final Phrases OFFER = load("offer");
    private static final Phrases LATER = load("later");
    private static final Phrases ASKS_SECRET = load("asksSecret");
    private static final Phrases WARNS = load("warns");

    private Claims() {}

    /** Returns whether it says that a person has been called or is coming (I9). An offer is no claim. */
    public static boolean transfer(String sentence) {
        return TRANSFER.anyIn(FoldedText.of(sentence)) && !offer(sentence);
    }

    /** Returns whether it offers a person. */
    public static boolean offer(String sentence) {
        return OFFER.anyIn(FoldedText.of(sentence));
    }

    /** Returns whether it promises work after this turn, which no one would do. */
    public static boolean laterWork(String sentence) {
        return LATER.anyIn(FoldedText.of(sentence));
    }

    /** Returns whether it asks the customer for a card number, PIN, password or one-time code. A warning not to give them is no such request. */
    public static boolean asksSecret(String sentence) {
        String folded = FoldedText.of(sentence);
        return ASKS_SECRET.anyIn(folded) && !WARNS.anyIn(folded);
    }

    private static Phrases load(String key) {
        return new Phrases(YamlSource.strings(YamlResource.read("claims.yaml").path(key)));
    }
}

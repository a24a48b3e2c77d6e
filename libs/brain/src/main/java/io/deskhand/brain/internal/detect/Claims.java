package io.deskhand.brain.internal.detect;

import io.deskhand.brain.internal.text.FoldedText;
import io.deskhand.brain.internal.text.Phrases;
import io.deskhand.brain.yaml.YamlResource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Detects transfer claims, offers and promises in a model's sentence. Deterministic; the patterns are in {@code claims.yaml}. */
public final class Claims {

    private static final Phrases TRANSFER = load("transfer");
    private static final Phrases OFFER = load("offer");
    private static final Phrases LATER = load("later");

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

    private static Phrases load(String key) {
        JsonNode node = YamlResource.read("claims.yaml").path(key);
        List<String> expressions = new ArrayList<>();
        node.forEach(regex -> expressions.add(regex.asString()));
        return new Phrases(expressions);
    }
}

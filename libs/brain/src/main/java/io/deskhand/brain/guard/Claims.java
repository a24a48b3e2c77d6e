package io.deskhand.brain.guard;

import io.deskhand.brain.bot.YamlResource;
import io.deskhand.brain.policy.FoldedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a sentence of the model claims, promises or offers. Deterministic; patterns in {@code claims.yaml}. */
public final class Claims {

    private static final List<Pattern> TRANSFER = load("transfer");
    private static final List<Pattern> OFFER = load("offer");
    private static final List<Pattern> LATER = load("later");

    private Claims() {}

    /** It says that a person has been called or is coming (I9). An offer of one is no claim. */
    public static boolean transfer(String sentence) {
        return any(TRANSFER, sentence) && !offer(sentence);
    }

    /** It offers a person. */
    public static boolean offer(String sentence) {
        return any(OFFER, sentence);
    }

    /** It promises work after this turn, which nobody would do. */
    public static boolean laterWork(String sentence) {
        return any(LATER, sentence);
    }

    private static boolean any(List<Pattern> patterns, String sentence) {
        String folded = FoldedText.of(sentence);
        return patterns.stream().anyMatch(pattern -> pattern.matcher(folded).find());
    }

    private static List<Pattern> load(String key) {
        JsonNode node = YamlResource.read("claims.yaml").path(key);
        List<Pattern> patterns = new ArrayList<>();
        node.forEach(regex -> patterns.add(Pattern.compile(regex.asString(), Pattern.UNICODE_CHARACTER_CLASS)));
        return patterns;
    }
}

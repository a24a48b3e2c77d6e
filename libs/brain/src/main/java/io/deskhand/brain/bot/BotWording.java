package io.deskhand.brain.bot;

import io.deskhand.brain.yaml.SchemaViolation;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Says what is wrong in a bot's files; an unknown key gets the nearest known one. */
final class BotWording {

    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

    private BotWording() {}

    static String describe(SchemaViolation violation) {
        return switch (violation.keyword()) {
            case "additionalProperties" ->
                "unknown key \"" + violation.property() + "\"; " + hint(violation.property(), violation.known());
            case "required" -> "\"" + violation.property() + "\" is missing; add it";
            case "pattern" ->
                "\"" + violation.value().asString() + "\" has the wrong form; expected "
                        + violation.constraint().asString();
            default -> violation.message();
        };
    }

    private static String hint(String key, List<String> known) {
        return known.stream()
                .filter(candidate -> DISTANCE.apply(key, candidate) <= Math.max(1, key.length() / 3))
                .min(Comparator.comparingInt(candidate -> DISTANCE.apply(key, candidate)))
                .map(nearest -> "did you mean \"" + nearest + "\"?")
                .orElse("remove it");
    }
}

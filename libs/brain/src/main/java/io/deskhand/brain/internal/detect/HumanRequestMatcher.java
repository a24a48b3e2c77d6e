package io.deskhand.brain.internal.detect;

import io.deskhand.brain.internal.text.FoldedText;
import io.deskhand.brain.yaml.YamlResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Detects a human request in the languages of {@code asks.yaml}. Deterministic, so that no model stands between a customer and a person.
 *
 * <p>It needs a request ("speak to someone", "I need a human"). A mention is not enough: "can one person carry the tent" is a question about a tent.
 */
public final class HumanRequestMatcher {

    private static final Pattern CLAUSE_END = Pattern.compile("(?<=[.!?;。！？])\\s+|\\n+");
    private static final int NEGATION_REACH = 24;
    private static final List<Language> LANGUAGES = load();

    private record Language(String tag, Pattern negation, List<Pattern> patterns) {}

    private HumanRequestMatcher() {}

    public static boolean in(String text) {
        for (String clause : CLAUSE_END.split(text)) {
            String folded = FoldedText.of(clause);
            String corrected = TypoCorrection.corrected(folded);
            for (Language language : LANGUAGES) {
                if (asks(language, folded)
                        || language.tag().equals("en") && !corrected.equals(folded) && asks(language, corrected)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The languages it listens to. */
    public static List<String> languages() {
        return LANGUAGES.stream().map(Language::tag).toList();
    }

    private static boolean asks(Language language, String clause) {
        for (Pattern pattern : language.patterns()) {
            Matcher ask = pattern.matcher(clause);
            while (ask.find()) {
                String before = clause.substring(Math.max(0, ask.start() - NEGATION_REACH), ask.start());
                if (!language.negation().matcher(before).find()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Language> load() {
        List<Language> languages = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : YamlResource.read("asks.yaml").properties()) {
            JsonNode node = entry.getValue();
            String human = node.path("human").asString();
            List<Pattern> patterns = new ArrayList<>();
            node.path("patterns")
                    .forEach(pattern -> patterns.add(compile(pattern.asString().replace("<human>", human))));
            languages.add(
                    new Language(entry.getKey(), compile(node.path("negation").asString()), patterns));
        }
        return languages;
    }

    private static Pattern compile(String regex) {
        return Pattern.compile(FoldedText.letters(regex), Pattern.UNICODE_CHARACTER_CLASS);
    }
}

package io.deskhand.brain.guard;

import io.deskhand.brain.bot.YamlResource;
import io.deskhand.brain.policy.FoldedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Text that gives a machine orders. Articles speak to customers, so a passage that tells an assistant what to do is no passage; a customer who does is not
 * obeyed. A net for the plain cases: what slips through is still only delimited data to a model.
 */
public final class Injection {

    private static final List<Pattern> IN_ARTICLES = load("in_articles");
    private static final List<Pattern> TYPED = load("typed");

    private Injection() {}

    /** For knowledge: strict, since no article has a reason to speak to a machine. */
    public static boolean inArticle(String text) {
        return any(IN_ARTICLES, text) || any(TYPED, text);
    }

    /** For customers' messages: only what nobody writes who wants help. */
    public static boolean typed(String text) {
        return any(TYPED, text);
    }

    private static boolean any(List<Pattern> patterns, String text) {
        String folded = FoldedText.of(text);
        return patterns.stream().anyMatch(pattern -> pattern.matcher(folded).find());
    }

    private static List<Pattern> load(String key) {
        List<Pattern> patterns = new ArrayList<>();
        YamlResource.read("injection.yaml")
                .path(key)
                .forEach(regex -> patterns.add(Pattern.compile(regex.asString(), Pattern.UNICODE_CHARACTER_CLASS)));
        return patterns;
    }
}

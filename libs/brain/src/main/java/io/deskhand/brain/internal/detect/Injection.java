package io.deskhand.brain.internal.detect;

import io.deskhand.brain.internal.text.FoldedText;
import io.deskhand.brain.internal.text.Phrases;
import io.deskhand.brain.yaml.YamlResource;
import java.util.ArrayList;
import java.util.List;

/**
 * Detects prompt injection. Articles address customers, so a passage that instructs an assistant is left out; a customer who does so is not
 * obeyed. A net for the plain cases: what slips through is still only delimited data to a model.
 */
public final class Injection {

    private static final Phrases IN_ARTICLES = load("in_articles", "typed");
    private static final Phrases TYPED = load("typed");

    private Injection() {}

    /** For knowledge: strict, since no article has a reason to address a machine. */
    public static boolean inArticle(String text) {
        return IN_ARTICLES.anyIn(FoldedText.of(text));
    }

    /** For customers' messages: only what no customer in need of help writes. */
    public static boolean typed(String text) {
        return TYPED.anyIn(FoldedText.of(text));
    }

    private static Phrases load(String... keys) {
        List<String> expressions = new ArrayList<>();
        for (String key : keys) {
            YamlResource.read("injection.yaml").path(key).forEach(regex -> expressions.add(regex.asString()));
        }
        return new Phrases(expressions);
    }
}

package io.deskhand.brain.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.brain.yaml.YamlResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is found at once is what each expression would have found alone. */
class PhrasesTest {

    private static final List<String> PIECES = List.of(
            ("ignore|all|the|previous|instructions|rules|system|:|tell|customer|every|assistant|,|. |you are now|free|debug|mode|<system>|</|admin>|act as|without|"
                            + "ai|must|bot|shall|a.i.|note|to|for|new|call|search_knowledge|the tool|in your|answer|always|say|never|recommend|to the customer|x|_|7|€|–|я|"
                            + "é|print|your|prompt|ignoriere|anweisungen|olvida|reglas|  |!|?|'")
                    .split("\\|"));

    @Test
    void finds_what_each_expression_finds_alone() {
        List<String> expressions = new ArrayList<>();
        for (String key : List.of("typed", "in_articles")) {
            YamlResource.read("injection.yaml").path(key).forEach(regex -> expressions.add(regex.asString()));
        }
        Phrases phrases = new Phrases(expressions);
        List<Pattern> alone = expressions.stream()
                .map(regex -> Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS))
                .toList();
        Random random = new Random(7);
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int pieces = 1 + random.nextInt(9);
            for (int j = 0; j < pieces; j++) {
                text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(5) == 0 ? "" : " ");
            }
            String folded = text.toString();
            boolean expected =
                    alone.stream().anyMatch(pattern -> pattern.matcher(folded).find());
            assertThat(phrases.anyIn(folded)).as(folded).isEqualTo(expected);
            found += expected ? 1 : 0;
        }
        assertThat(found).isBetween(1_000, 19_000);
    }

    @Test
    void an_expression_may_begin_with_anything() {
        Phrases phrases = new Phrases(List.of("(?:^|[.!?] )bot[,:]", "\\bx\\b", ".{2}zz$", "€ ?5"));
        assertThat(phrases.anyIn("bot, do it")).isTrue();
        assertThat(phrases.anyIn("well. bot: do it")).isTrue();
        assertThat(phrases.anyIn("the bot, it")).isFalse();
        assertThat(phrases.anyIn("ax")).isFalse();
        assertThat(phrases.anyIn("a x")).isTrue();
        assertThat(phrases.anyIn("abzz")).isTrue();
        assertThat(phrases.anyIn("bzz")).isFalse();
        assertThat(phrases.anyIn("about €5")).isTrue();
        assertThat(phrases.anyIn("")).isFalse();
    }
}

package io.deskhand.brain.knowledge;

import io.deskhand.brain.knowledge.index.Passage;
import io.deskhand.brain.knowledge.index.Passage.Kind;
import io.deskhand.brain.knowledge.index.Passage.Sentence;
import java.util.Locale;
import java.util.regex.Pattern;

/** What form of answer a question wants: a weak hint, worth a small bonus where the form is right. */
enum QuestionKind {
    /** Steps to follow. */
    HOW_TO(
            "^.*?\\b(?:how (?:do|can|should|would|to)|where (?:do|can|is|are)|what do i (?:do|have|need)|wie (?:kann|mache|muss|geht|schicke|finde)|wo (?:ist|finde|kann)"
                    + "|comment|ou (?:est|puis)|como|donde|come|dove|hoe|waar|jak|hur|hvordan|nasil)\\b.*"),
    /** A figure: a time, a price, a size. */
    FIGURE(
            "^.*?\\b(?:how (?:long|much|many|often|far|heavy|big|wide|tall|soon|late|old)|until when|by when|what time|what (?:does|do|would) .{0,30}(?:cost|weigh)|which size|what size"
                    + "|what chest|price|costs?|wie (?:lange|viel|viele|oft|schwer|gross)|was kostet|combien|cuanto|cuanta|quanto|hoeveel|ile|hur (?:lange|mycket)"
                    + "|hvor (?:lenge|meget|mye))\\b.*"),
    OTHER("");

    private static final double PASSAGE_BONUS = 0.05;
    private static final double SENTENCE_BONUS = 0.12;
    private static final Pattern DIGIT = Pattern.compile(".*\\d.*", Pattern.DOTALL);

    private final Pattern pattern;

    QuestionKind(String regex) {
        this.pattern = Pattern.compile(regex, Pattern.DOTALL);
    }

    static QuestionKind of(String question) {
        String lower = question.toLowerCase(Locale.ROOT);
        if (FIGURE.pattern.matcher(lower).matches()) {
            return FIGURE;
        }
        return HOW_TO.pattern.matcher(lower).matches() ? HOW_TO : OTHER;
    }

    double bonus(Sentence sentence) {
        return fits(sentence) ? SENTENCE_BONUS : 0;
    }

    double bonus(Passage passage) {
        return passage.sentences().stream().anyMatch(this::fits) ? PASSAGE_BONUS : 0;
    }

    private boolean fits(Sentence sentence) {
        return switch (this) {
            case HOW_TO -> sentence.kind() == Kind.STEP;
            case FIGURE -> DIGIT.matcher(sentence.text()).matches();
            case OTHER -> false;
        };
    }
}

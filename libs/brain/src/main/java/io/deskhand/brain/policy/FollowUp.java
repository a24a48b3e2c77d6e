package io.deskhand.brain.policy;

import io.deskhand.brain.internal.detect.SmallTalk;
import io.deskhand.brain.internal.text.ContentWords;
import io.deskhand.brain.internal.text.FoldedText;
import io.deskhand.brain.knowledge.index.SearchQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Builds the search query from the dialogue: "and for international orders?" needs the question before it. */
public final class FollowUp {

    private static final Pattern OPENING = Pattern.compile(
            "^(?:ok |okay |thanks |thank you |great |and |but |so |hm )*(?:and|but|what about|how about|what if|or|also|for|in that case|then|only|even|same for|what of|does that|is that|is it|"
                    + "und|aber|was ist mit|wie ist es|oder|auch|et|mais|et pour|ou|y|pero|o|para|que tal|e|ma|per|mas|en|maar|voor|i|ale|a co z|och|men|for|og|ve|peki|ya) .*");
    private static final Pattern POINTING = Pattern.compile(
            ".*\\b(?:it|its|that|this|those|these|them|they|there|one|ones|then|es|das|dies|die|dort|ca|cela|eso|esto|questo|isso|dat|die)\\b.*",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final int FEW = 3;

    private FollowUp() {}

    /** The query for a dialogue's open question, with the earlier question it depends on, if any. */
    public static SearchQuery query(Dialogue dialogue, String language) {
        List<String> earlier = dialogue.earlierQuestions().stream()
                .filter(question -> SmallTalk.in(question).isEmpty())
                .toList();
        return new SearchQuery(dialogue.question(), context(dialogue.question(), earlier, language), language);
    }

    /**
     * The open question by itself, when only its brevity makes it depend on an earlier one: "How do I return something?" may well be a new matter. Empty when its words refer back, or
     * it depends on none.
     */
    public static Optional<SearchQuery> alone(Dialogue dialogue, String language) {
        String question = dialogue.question();
        String words = FoldedText.words(question);
        boolean pointsBack = OPENING.matcher(words).matches()
                || POINTING.matcher(words).matches()
                || ContentWords.of(question, language).isEmpty();
        return pointsBack || query(dialogue, language).context().isEmpty()
                ? Optional.empty()
                : Optional.of(SearchQuery.of(question, language));
    }

    private static String context(String question, List<String> earlier, String language) {
        if (earlier.isEmpty() || !leans(question, language)) {
            return "";
        }
        String previous = earlier.getLast();
        String before = context(previous, earlier.subList(0, earlier.size() - 1), language);
        return before.isEmpty() ? previous : before + " " + previous;
    }

    private static boolean leans(String question, String language) {
        String words = FoldedText.words(question);
        Set<String> content = ContentWords.of(question, language);
        return OPENING.matcher(words).matches() && content.size() <= 2 * FEW
                || content.size() <= 1
                || content.size() <= FEW && POINTING.matcher(words).matches();
    }
}

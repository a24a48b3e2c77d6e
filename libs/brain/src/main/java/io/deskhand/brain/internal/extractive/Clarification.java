package io.deskhand.brain.internal.extractive;

import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.internal.detect.SmallTalk;
import io.deskhand.brain.internal.text.ContentWords;
import io.deskhand.brain.internal.text.FoldedText;
import io.deskhand.brain.yaml.YamlResource;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A clarification: the two topics that the bot named, and what the customer chose.
 *
 * @param first title of the topic named first
 * @param second title of the other
 */
record Clarification(String first, String second) {

    enum Choice {
        FIRST,
        SECOND,
        BOTH,
        NEITHER
    }

    private static final int LONGEST_CHOICE = 60;
    private static final Map<Choice, Pattern> WORDS = load();

    /** The two topics, if the bot's last message asked for a clarification. */
    static Optional<Clarification> in(String lastAnswer, Bot bot) {
        for (String template : bot.texts().allOf(Notice.CLARIFY)) {
            Matcher matcher =
                    asPattern(template.replace("{{name}}", bot.name())).matcher(lastAnswer);
            if (matcher.find()) {
                return Optional.of(new Clarification(matcher.group("first"), matcher.group("second")));
            }
        }
        return Optional.empty();
    }

    /** What a reply chooses: by place ("the second"), or by a word that only one of the topics has ("boots"); empty when it does neither. */
    Optional<Choice> choice(String reply, String language) {
        String words = FoldedText.words(reply);
        if (words.length() <= LONGEST_CHOICE) {
            for (Map.Entry<Choice, Pattern> entry : WORDS.entrySet()) {
                if (entry.getValue().matcher(words).matches()) {
                    return Optional.of(entry.getKey());
                }
            }
        }
        return byTopic(reply, language)
                .or(() -> SmallTalk.in(reply).flatMap(kind -> switch (kind) {
                    case YES -> Optional.of(Choice.BOTH);
                    case NO -> Optional.of(Choice.NEITHER);
                    case HELLO, THANKS, GOODBYE, WHO, UNHELPFUL -> Optional.empty();
                }));
    }

    private Optional<Choice> byTopic(String reply, String language) {
        Set<String> said = ContentWords.of(reply, language);
        Set<String> ofFirst = ContentWords.of(first, language);
        Set<String> ofSecond = ContentWords.of(second, language);
        int forFirst = common(said, ofFirst, ofSecond);
        int forSecond = common(said, ofSecond, ofFirst);
        if (forFirst == forSecond) {
            return Optional.empty();
        }
        return Optional.of(forFirst > forSecond ? Choice.FIRST : Choice.SECOND);
    }

    /** The number of words that belong to one topic only. */
    private static int common(Set<String> said, Set<String> topic, Set<String> other) {
        Set<String> own = new HashSet<>(topic);
        own.removeAll(other);
        own.retainAll(said);
        return own.size();
    }

    private static Pattern asPattern(String template) {
        StringBuilder regex = new StringBuilder();
        int at = 0;
        for (String name : List.of("first", "second")) {
            int variable = template.indexOf("{{" + name + "}}");
            if (variable < at) {
                return Pattern.compile("(?!)(?<first>)(?<second>)"); // a text without both topics is never recognised
            }
            regex.append(Pattern.quote(template.substring(at, variable)))
                    .append("(?<")
                    .append(name)
                    .append(">.{1,200}?)");
            at = variable + name.length() + 4;
        }
        return Pattern.compile(regex + Pattern.quote(template.substring(at)) + "\\s*$");
    }

    private static Map<Choice, Pattern> load() {
        JsonNode words = YamlResource.read("choices.yaml");
        Map<Choice, Pattern> patterns = new EnumMap<>(Choice.class);
        for (Choice choice : Choice.values()) {
            String own = group(words, choice.name().toLowerCase(Locale.ROOT));
            String filler = "(?:(?:" + group(words, "filler") + ") )*+";
            patterns.put(choice, Pattern.compile("(?:" + own + ")|" + filler + "(?:" + own + ")(?: please| bitte)?"));
        }
        return patterns;
    }

    private static String group(JsonNode words, String name) {
        StringJoiner group = new StringJoiner("|");
        words.path(name).forEach(line -> group.add(line.asString()));
        return group.toString();
    }
}

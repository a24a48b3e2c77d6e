package io.deskhand.brain.internal.detect;

import io.deskhand.brain.internal.text.FoldedText;
import io.deskhand.brain.yaml.YamlResource;
import io.deskhand.brain.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Detects messages that are nothing but small talk, by the word groups of {@code small-talk.yaml}. */
public final class SmallTalk {

    /** In the order in which a mixed message counts: {@code ok thanks, bye} is thanks. */
    public enum Kind {
        WHO,
        UNHELPFUL,
        NO,
        THANKS,
        GOODBYE,
        YES,
        HELLO
    }

    /** Longer messages are never small talk; also bounds the matching. */
    private static final int MOST_WORDS = 12;

    private static final List<Rule> RULES = load();

    /** The kinds that decide whether a customer agrees. */
    private static final Set<Kind> CONSENT = Set.of(Kind.YES, Kind.NO, Kind.GOODBYE, Kind.UNHELPFUL);

    /**
     * @param whole what the whole message consists of
     * @param part what it must contain
     */
    private record Rule(Kind kind, Pattern whole, Pattern part) {}

    private SmallTalk() {}

    /** What the message is, if it is nothing but small talk. */
    public static Optional<Kind> in(String text) {
        String words = FoldedText.words(text);
        if (words.isEmpty() || words.split(" ", MOST_WORDS + 1).length > MOST_WORDS) {
            return Optional.empty();
        }
        return RULES.stream()
                .filter(rule -> rule.whole().matcher(words).matches()
                        && rule.part().matcher(words).find())
                .map(Rule::kind)
                .findFirst();
    }

    /** Returns whether the message says yes, and nothing that could mean otherwise: {@code yes please, thank you} does, {@code ok, bye} does not. */
    public static boolean consents(String text) {
        String words = FoldedText.words(text);
        if (words.isEmpty() || words.split(" ", MOST_WORDS + 1).length > MOST_WORDS) {
            return false;
        }
        return RULES.stream()
                .filter(rule -> CONSENT.contains(rule.kind()))
                .allMatch(rule -> rule.part().matcher(words).find() == (rule.kind() == Kind.YES)
                        && (rule.kind() != Kind.YES
                                || rule.whole().matcher(words).matches()));
    }

    private static List<Rule> load() {
        JsonNode words = YamlResource.read("small-talk.yaml");
        String filler = group(words, "filler");
        StringJoiner mixable = new StringJoiner("|");
        for (Kind kind : Kind.values()) {
            if (mixes(kind)) {
                mixable.add(group(words, key(kind)));
            }
        }
        List<Rule> rules = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            String own = group(words, key(kind));
            String alternatives = mixes(kind) ? mixable.toString() : own + "|" + mixable;
            rules.add(new Rule(
                    kind,
                    compile("(?:(?:" + alternatives + "|" + filler + ")(?: |$))+"),
                    compile("(?:^| )(?:" + own + ")(?= |$)")));
        }
        return rules;
    }

    private static boolean mixes(Kind kind) {
        return kind != Kind.WHO && kind != Kind.UNHELPFUL;
    }

    private static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String group(JsonNode words, String name) {
        return String.join("|", YamlSource.strings(words.path(name)));
    }

    private static Pattern compile(String regex) {
        return Pattern.compile(FoldedText.letters(regex), Pattern.UNICODE_CHARACTER_CLASS);
    }
}

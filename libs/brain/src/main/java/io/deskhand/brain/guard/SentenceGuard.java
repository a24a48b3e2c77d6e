package io.deskhand.brain.guard;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges each sentence of a model before a customer sees it. For one turn. */
public final class SentenceGuard {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,:]\\d+)*");
    private static final Pattern LINK =
            Pattern.compile("(?:https?://|www\\.)[^\\s)\\]>\"']+", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST_MARK = Pattern.compile("^\\s*\\d{1,2}[.)]\\s");

    private final String canary;
    private final Set<String> knownNumbers = new HashSet<>();
    private final StringBuilder knownText = new StringBuilder();

    /** What to do with a sentence. */
    public enum Judgement {
        SHOW,
        /** Not supported by anything that was retrieved or said, or promises what nobody will do: leave it out. */
        DROP,
        /** Claims a transfer (I9): show nothing more, the transfer has to happen. */
        CLAIMS_TRANSFER,
        /** Gives the instructions away: stop. */
        LEAK
    }

    /**
     * @param judgement what to do
     * @param rule name of the rule that fired; empty for {@link Judgement#SHOW}
     */
    public record Finding(Judgement judgement, String rule) {}

    public SentenceGuard(String canary) {
        this.canary = canary;
    }

    /** Text that a sentence may rest on: passages, tool results, what the customer wrote. */
    public void allow(String text) {
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            knownNumbers.add(normal(numbers.group()));
        }
        knownText.append(text.toLowerCase(Locale.ROOT)).append('\n');
    }

    public Finding judge(String sentence) {
        if (sentence.contains(canary)) {
            return new Finding(Judgement.LEAK, "canary");
        }
        if (Claims.transfer(sentence)) {
            return new Finding(Judgement.CLAIMS_TRANSFER, "claimed_transfer");
        }
        if (Claims.laterWork(sentence)) {
            return new Finding(Judgement.DROP, "dropped:promise");
        }
        if (hasUnknownNumber(sentence)) {
            return new Finding(Judgement.DROP, "dropped:ungrounded_figure");
        }
        if (hasUnknownLink(sentence)) {
            return new Finding(Judgement.DROP, "dropped:unknown_link");
        }
        return new Finding(Judgement.SHOW, "");
    }

    private boolean hasUnknownNumber(String sentence) {
        Matcher numbers = NUMBER.matcher(LIST_MARK.matcher(sentence).replaceFirst(""));
        while (numbers.find()) {
            if (!knownNumbers.contains(normal(numbers.group()))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasUnknownLink(String sentence) {
        Matcher links = LINK.matcher(sentence);
        while (links.find()) {
            String link = links.group().toLowerCase(Locale.ROOT).replaceAll("[.,;:!?]+$", "");
            if (knownText.indexOf(link) < 0) {
                return true;
            }
        }
        return false;
    }

    /** "4,90" and "4.90" are one figure, so are "1,500" and "1500". */
    private static String normal(String number) {
        return number.replaceAll("[.,](?=\\d{3}(?:\\D|$))", "")
                .replace(',', '.')
                .replaceFirst("^0+(?=\\d)", "");
    }
}

package io.deskhand.brain.internal.guard;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures of a text: numbers, dates and times in digits, and among them the amounts of money and percentages. Written forms of one figure are one. */
final class Figures {

    private static final String NUMBER = "\\d+(?:[.,:]\\d+)*";
    private static final Pattern ANY = Pattern.compile(NUMBER);
    private static final String UNIT =
            "(?:%|percent|prozent|por ?ciento|pour ?cent|[€£$¥]|eur(?:os?)?|usd|gbp|chf|dollars?|pounds?)";
    private static final Pattern AMOUNT = Pattern.compile(
            "(?:[€£$¥]|\\b(?:eur|usd|gbp|chf)) ?(" + NUMBER + ")|(" + NUMBER + ") ?" + UNIT + "(?!\\p{L})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST_MARK = Pattern.compile("^\\s*\\d{1,2}[.)]\\s");

    private Figures() {}

    /** All figures; the number of a list item is none. */
    static Set<String> in(String text) {
        Set<String> figures = new HashSet<>();
        Matcher numbers = ANY.matcher(LIST_MARK.matcher(text).replaceFirst(""));
        while (numbers.find()) {
            figures.add(normal(numbers.group()));
        }
        return figures;
    }

    /** Amounts of money and percentages alone. */
    static Set<String> amountsIn(String text) {
        Set<String> amounts = new HashSet<>();
        Matcher matcher = AMOUNT.matcher(text);
        while (matcher.find()) {
            amounts.add(normal(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)));
        }
        return amounts;
    }

    /** "4,90" and "4.90" are one figure, so are "1,500" and "1500". */
    private static String normal(String number) {
        return number.replaceAll("[.,](?=\\d{3}(?:\\D|$))", "")
                .replace(',', '.')
                .replaceFirst("^0+(?=\\d)", "")
                .replaceFirst("\\.0+$", "");
    }
}

package io.deskhand.brain.guard;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds personal data by form and check digits, and replaces it by a mark that names its kind, such as {@code [card]}. */
public final class PersonalData {

    /** In the order in which they are looked for; a longer form comes before one that could be its part. */
    public enum Kind {
        IBAN("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\\b", PersonalData::isIban),
        CARD("(?<![\\d-])\\d(?:[ -]?\\d){12,18}(?![\\d-])", PersonalData::isCard),
        NATIONAL_ID(
                "\\b(?:\\d{3}-\\d{2}-\\d{4}|[A-CEGHJ-PR-TW-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D])\\b", match -> true),
        EMAIL("[\\w.%+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}", match -> true),
        PHONE("(?<![\\w.-])(?:\\+|00)\\d{1,3}[ ./()-]{0,2}\\d(?:[ ./()-]{0,2}\\d){5,12}(?!\\w)", match -> true);

        private final Pattern pattern;
        private final Predicate<String> valid;

        Kind(String regex, Predicate<String> valid) {
            this.pattern = Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
            this.valid = valid;
        }

        /** Its name in lower case, as in its mark. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        String mark() {
            return "[" + label() + "]";
        }
    }

    /** What nobody in support needs: payment data and identity numbers. An agent does need an e-mail address. */
    public static final Set<Kind> SECRETS = Set.copyOf(EnumSet.of(Kind.IBAN, Kind.CARD, Kind.NATIONAL_ID));

    /** Everything that is recognised. */
    public static final Set<Kind> ALL = Set.copyOf(EnumSet.allOf(Kind.class));

    /**
     * @param text with the data replaced by marks
     * @param found kinds that were replaced
     */
    public record Masked(String text, Set<Kind> found) {
        public Masked {
            found = Set.copyOf(found);
        }
    }

    private PersonalData() {}

    public static Masked mask(String text, Set<Kind> kinds) {
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        String masked = text;
        for (Kind kind : Kind.values()) {
            if (kinds.contains(kind)) {
                masked = kind.pattern.matcher(masked).replaceAll(match -> replacement(kind, match, found));
            }
        }
        return new Masked(masked, found);
    }

    private static String replacement(Kind kind, MatchResult match, Set<Kind> found) {
        if (!kind.valid.test(match.group())) {
            return Matcher.quoteReplacement(match.group());
        }
        found.add(kind);
        return kind.mark();
    }

    private static boolean isCard(String text) {
        String digits = text.replaceAll("[ -]", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return digits.length() >= 13 && digits.length() <= 19 && sum % 10 == 0 && digits.charAt(0) != '0';
    }

    private static boolean isIban(String text) {
        String compact = text.replace(" ", "");
        if (compact.length() < 15 || compact.length() > 34) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        for (char c : (compact.substring(4) + compact.substring(0, 4)).toCharArray()) {
            digits.append(Character.getNumericValue(c));
        }
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}

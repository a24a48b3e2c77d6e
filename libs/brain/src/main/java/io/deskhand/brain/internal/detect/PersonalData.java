package io.deskhand.brain.internal.detect;

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
        /** Keys and tokens of computers, which people paste by mistake. */
        SECRET(
                "\\b(?:sk-[\\w-]{16,}|[sr]k_(?:live|test)_\\w{16,}|gh[pousr]_\\w{20,}|xox[abprs]-[\\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\\w-]{30,}"
                        + "|eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.[\\w-]{8,})"
                        + "|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----[\\s\\S]{0,8000}?(?:-----END [A-Z ]{0,20}PRIVATE KEY-----|$)",
                match -> true),
        IBAN("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\\b", CheckDigits::isIban),
        /** Of the United States, Great Britain and Italy by form; of Spain and France by check digits as well. */
        NATIONAL_ID(
                "\\b(?:\\d{3}-\\d{2}-\\d{4}|[A-CEGHJ-PR-TW-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]|[A-Z]{6}\\d{2}[A-EHLMPR-T]\\d{2}[A-Z]\\d{3}[A-Z]"
                        + "|(?:\\d{8}|[XYZ]\\d{7})-?[A-Z]|[12] ?\\d{2} ?(?:0[1-9]|1[0-2]) ?\\d{2} ?\\d{3} ?\\d{3} ?\\d{2})\\b",
                PersonalData::isNationalId),
        CARD("(?<![\\d-])\\d(?:[ -]?\\d){12,18}(?![\\d-])", CheckDigits::isCard),
        EMAIL("[\\w.%+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}", match -> true),
        PHONE(
                "(?<![\\w.-])(?<![A-Z]{4} )(?:(?:\\+|00)\\d{1,3}[ ./()-]{0,2}\\d(?:[ ./()-]{0,2}\\d){5,12}|\\(?0\\d(?:[ ./()-]{0,2}\\d){7,11}"
                        + "|\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4})(?![\\w-])",
                PhoneNumbers::isPhone);

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

        /** Costs next to nothing, and spares most sentences the search. */
        private boolean mayBeIn(String text) {
            return switch (this) {
                case SECRET -> true;
                case EMAIL -> text.indexOf('@') >= 0;
                case IBAN, NATIONAL_ID, CARD, PHONE -> text.chars().anyMatch(Character::isDigit);
            };
        }

        String mark() {
            return "[" + label() + "]";
        }
    }

    /** Data that support never needs: payment data, identity numbers, keys. Agents do need an email address. */
    public static final Set<Kind> SECRETS = Set.copyOf(EnumSet.of(Kind.SECRET, Kind.IBAN, Kind.CARD, Kind.NATIONAL_ID));

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
            if (kinds.contains(kind) && kind.mayBeIn(masked)) {
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

    private static boolean isNationalId(String text) {
        if (text.matches("(?:\\d{8}|[XYZ]\\d{7})-?[A-Z]")) {
            return CheckDigits.isDni(text);
        }
        return !text.matches("[12][\\d ]{14,20}") || CheckDigits.isNir(text);
    }
}

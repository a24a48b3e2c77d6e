package io.deskhand.brain.internal.detect;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;

/** Detects telephone numbers by the numbering plans of the world; without a country code, by those of a few countries. */
final class PhoneNumbers {

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final List<String> COUNTRIES =
            List.of("US", "GB", "DE", "FR", "ES", "IT", "NL", "AT", "CH", "PL", "SE", "DK", "PT", "TR", "JP");
    private static final int FEWEST_DIGITS = 9;

    private PhoneNumbers() {}

    static boolean isPhone(String text) {
        long digits = text.chars().filter(Character::isDigit).count();
        if (digits < FEWEST_DIGITS || digits > 15) {
            return false;
        }
        String number = text.startsWith("00") ? "+" + text.substring(2) : text;
        return number.startsWith("+")
                ? valid(number, "ZZ")
                : COUNTRIES.stream().anyMatch(country -> valid(number, country));
    }

    private static boolean valid(String number, String country) {
        try {
            return PLANS.isValidNumber(PLANS.parse(number, country));
        } catch (NumberParseException e) {
            return false;
        }
    }
}

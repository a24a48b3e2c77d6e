package io.deskhand.brain.internal.detect;

import java.math.BigInteger;

/** Verifies the check digits of card numbers, IBANs and identity numbers. */
final class CheckDigits {

    private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private CheckDigits() {}

    /** Luhn's check, of 13 to 19 digits. */
    static boolean isCard(String text) {
        String digits = text.replaceAll("[ -]", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return digits.length() >= 13 && digits.length() <= 19 && sum % 10 == 0 && digits.charAt(0) != '0';
    }

    /** ISO 13616: the rest by 97 is 1. */
    static boolean isIban(String text) {
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

    /** The Spanish DNI or NIE: a letter that follows from the number. */
    static boolean isDni(String text) {
        String compact = text.replace("-", "");
        String digits = switch (compact.charAt(0)) {
            case 'X' -> "0" + compact.substring(1, 8);
            case 'Y' -> "1" + compact.substring(1, 8);
            case 'Z' -> "2" + compact.substring(1, 8);
            default -> compact.substring(0, 8);
        };
        return DNI_LETTERS.charAt(Integer.parseInt(digits) % DNI_LETTERS.length()) == compact.charAt(8);
    }

    /** The French NIR: thirteen digits and 97 less their rest by 97. */
    static boolean isNir(String text) {
        String digits = text.replace(" ", "");
        long number = Long.parseLong(digits.substring(0, 13));
        return 97 - number % 97 == Long.parseLong(digits.substring(13));
    }
}

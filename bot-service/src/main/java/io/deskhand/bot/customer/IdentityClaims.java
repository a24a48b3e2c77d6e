package io.deskhand.bot.customer;

import com.nimbusds.jwt.JWTClaimsSet;
import io.deskhand.bot.customer.IdentityVerifier.Verification;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a signed identity says of the customer, within its limits. */
final class IdentityClaims {

    /** The form of an email address, at most 254 characters. */
    static final String EMAIL = "[^\\s\\p{Cntrl}@<>(),;:\"]{1,64}@[^\\s\\p{Cntrl}@<>(),;:\"]{1,189}";

    private static final Pattern EMAIL_FORM = Pattern.compile(EMAIL);
    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z][a-z_]{0,39}");
    private static final Set<String> OWN_CLAIMS = Set.of("id", "name", "email");
    private static final int MOST_ATTRIBUTES = 20;
    private static final int LONGEST_SUBJECT = 128;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_NUMBER = 40;

    private IdentityClaims() {}

    /** Thrown and caught here alone. */
    private static final class Unfit extends Exception {

        Unfit(String reason) {
            super(reason, null, false, false);
        }
    }

    static Verification read(JWTClaimsSet claims) {
        try {
            String subject = text("sub", claims.getSubject(), LONGEST_SUBJECT);
            if (subject.isBlank()) {
                throw new Unfit("the identity does not say who it is about (sub)");
            }
            Map<String, String> attributes = attributes(claims.getClaim("attributes"));
            String email = text("email", claims.getClaim("email"), LONGEST_EMAIL);
            if (!email.isEmpty()) {
                if (!EMAIL_FORM.matcher(email).matches()) {
                    throw new Unfit("the identity's email is no e-mail address");
                }
                attributes.put("email", email);
            }
            String name = text("name", claims.getClaim("name"), LONGEST_NAME).strip();
            return new Verification.Verified(new VerifiedIdentity(subject, name, attributes));
        } catch (Unfit e) {
            return new Verification.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> attributes(@Nullable Object claim) throws Unfit {
        Map<String, String> attributes = new HashMap<>();
        if (claim == null) {
            return attributes;
        }
        if (!(claim instanceof Map<?, ?> object)) {
            throw new Unfit("the identity's attributes are no object");
        }
        if (object.size() > MOST_ATTRIBUTES) {
            throw new Unfit("the identity has more than " + MOST_ATTRIBUTES + " attributes");
        }
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (!ATTRIBUTE.matcher(name).matches()) {
                throw new Unfit("the name of one of the identity's attributes is not 1 to 40 of a to z and _");
            }
            if (OWN_CLAIMS.contains(name)) {
                throw new Unfit("the identity has among its attributes what is a claim of its own: " + name);
            }
            attributes.put(name, value(name, entry.getValue()));
        }
        return attributes;
    }

    private static String value(String name, @Nullable Object value) throws Unfit {
        return switch (value) {
            case String text -> text(name, text, LONGEST_VALUE);
            case Boolean flag -> flag.toString();
            case Number number -> {
                String digits =
                        new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
                if (digits.length() > LONGEST_NUMBER) {
                    throw new Unfit("the identity's number " + name + " has more than " + LONGEST_NUMBER + " digits");
                }
                yield digits;
            }
            case null, default ->
                throw new Unfit("the identity's " + name + " is neither a string nor a number nor true or false");
        };
    }

    /** Empty when the claim is not there. */
    private static String text(String name, @Nullable Object claim, int longest) throws Unfit {
        if (claim == null) {
            return "";
        }
        if (!(claim instanceof String text)) {
            throw new Unfit("the identity's " + name + " is no string");
        }
        if (text.length() > longest) {
            throw new Unfit("the identity's " + name + " has more than " + longest + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new Unfit("the identity's " + name + " has control characters in it");
        }
        return text;
    }
}

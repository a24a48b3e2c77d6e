package io.deskhand.ticketing.id;

import java.util.regex.Pattern;

/** The one form that every id has, so that channel names, keys and paths can contain ids without escaping. */
public final class IdFormat {

    /** The pattern that an id matches from its first to its last character. */
    public static final String FORM = "^[A-Za-z0-9._-]{1,64}$";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private IdFormat() {}

    static void check(String value, String of) {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("unable to read the id of " + of
                    + "; it has 1 to 64 letters, digits, dots, underscores or hyphens");
        }
    }
}

package io.deskhand.ticketing.id;

import java.util.regex.Pattern;

/** The one form that every id has, so that ids can stand in channel names, keys and paths without escaping. */
final class IdFormat {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private IdFormat() {}

    static void check(String value, String of) {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("unable to read the id of " + of
                    + "; it has 1 to 64 letters, digits, dots, underscores or hyphens");
        }
    }
}

package io.deskhand.evals.suite;

import java.util.Locale;

/** How a turn ended, as suites name it. */
public enum Outcome {
    ANSWERED,
    CLARIFY,
    OFFER,
    ESCALATE,
    REFUSED,
    /** The bot was not asked or said nothing. */
    SILENT;

    /** The word used in suites and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.deskhand.service.identity;

import java.util.Locale;

/** Whom a token is for: a token of one audience is worthless to the other's API. */
public enum TokenAudience {
    CUSTOMER,
    AGENT;

    String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}

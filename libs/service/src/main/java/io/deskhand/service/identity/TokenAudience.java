package io.deskhand.service.identity;

import java.util.Locale;

/** The audience of a token: the API of one refuses the tokens of the other. */
public enum TokenAudience {
    CUSTOMER,
    AGENT;

    String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}

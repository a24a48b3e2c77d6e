package io.deskhand.ticketing;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the system tells customers, in their language; English where a language has no texts of its own. */
final class Notices {

    private static final ResourceBundle.Control ENGLISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;

    private Notices(ResourceBundle texts) {
        this.texts = texts;
    }

    static Notices in(String language) {
        return new Notices(ResourceBundle.getBundle(
                "io.deskhand.ticketing.notices", Locale.forLanguageTag(language), ENGLISH_ELSE));
    }

    String escalated() {
        return texts.getString("escalated");
    }

    String joined(String name) {
        return format("joined", name);
    }

    String resolved(String name) {
        return format("resolved", name);
    }

    String reopened(String name) {
        return format("reopened", name);
    }

    private String format(String key, String name) {
        return new MessageFormat(texts.getString(key), texts.getLocale()).format(new Object[] {name});
    }
}

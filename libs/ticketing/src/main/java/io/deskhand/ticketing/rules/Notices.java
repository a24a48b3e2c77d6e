package io.deskhand.ticketing.rules;

import io.deskhand.ticketing.ticket.HumanReview;
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
                "io.deskhand.ticketing.rules.notices", Locale.forLanguageTag(language), ENGLISH_ELSE));
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

    /** Nobody is there now, and what the customer can do (I21). */
    String away() {
        return texts.getString("away");
    }

    String released(String name) {
        return format("released", name);
    }

    String gone(String name) {
        return format("gone", name);
    }

    String transferred(String name) {
        return format("transferred", name);
    }

    /** The customer has settled the matter themselves. */
    String settled() {
        return texts.getString("settled");
    }

    String quiet() {
        return texts.getString("quiet");
    }

    String closed() {
        return texts.getString("closed");
    }

    /** The customer has another open ticket. */
    String elsewhere() {
        return texts.getString("elsewhere");
    }

    /** What the bot waits for. */
    String waits(HumanReview.Matter matter) {
        return texts.getString(
                switch (matter) {
                    case PROPOSAL -> "checking";
                    case QUESTION -> "asking";
                });
    }

    /** Nobody answered what the bot asked, and what the customer can do. */
    String unanswered() {
        return texts.getString("unanswered");
    }

    private String format(String key, String name) {
        return new MessageFormat(texts.getString(key), texts.getLocale()).format(new Object[] {name});
    }
}

package io.deskhand.brain.knowledge.index;

/**
 * What to look for.
 *
 * @param focus the customer's newest message
 * @param context earlier messages that the focus depends on, or empty
 * @param language BCP 47 tag of the customer's language; articles in it come first
 */
public record SearchQuery(String focus, String context, String language) {

    public static SearchQuery of(String focus, String language) {
        return new SearchQuery(focus, "", language);
    }

    /** Context and focus as one text. */
    public String whole() {
        return context.isBlank() ? focus : context + " " + focus;
    }
}

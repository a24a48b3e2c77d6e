package io.deskhand.brain.bot;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One knowledge file.
 *
 * @param id unique within the bot
 * @param url where the customer can read it
 * @param languages BCP 47 tags of the language it is written in
 * @param updated when its facts were last checked, if known
 * @param questions how customers put it; for retrieval, never shown
 * @param markdown the text below the front matter
 */
public record Article(
        String id,
        String title,
        String url,
        Audience audience,
        List<String> languages,
        @Nullable LocalDate updated,
        List<String> questions,
        String markdown) {

    public Article {
        languages = List.copyOf(languages);
        questions = List.copyOf(questions);
    }

    public enum Audience {
        EVERYONE,
        /** Never shown to a customer, never given to a model that talks to one. */
        STAFF
    }
}

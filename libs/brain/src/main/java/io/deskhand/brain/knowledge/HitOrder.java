package io.deskhand.brain.knowledge;

import io.deskhand.brain.internal.text.ContentWords;
import io.deskhand.brain.knowledge.index.Passage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides between passages whose evidence is about the same.
 *
 * @param newest when the freshest article was checked, if any says so: age is counted from there, so that the order does not change with the clock
 */
record HitOrder(@Nullable LocalDate newest) {

    private static final double LANGUAGE_BONUS = 0.05;
    private static final double FRESHNESS_BONUS = 0.02;
    private static final double DAYS_UNTIL_OLD = 730;
    private static final double SAME_WORDS = 0.9;
    private static final double SIMILAR_LENGTH = 0.7;
    private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.,:]\\d+)*");

    static HitOrder of(List<Passage> passages) {
        return new HitOrder(passages.stream()
                .map(Passage::updated)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null));
    }

    /** In [0, 0.07], in the unit of evidence. */
    double preference(Passage passage, String language) {
        return freshness(passage.updated())
                + (primary(passage.language()).equals(primary(language)) ? LANGUAGE_BONUS : 0);
    }

    private double freshness(@Nullable LocalDate updated) {
        if (updated == null || newest == null) {
            return 0;
        }
        double age = Math.max(0, ChronoUnit.DAYS.between(updated, newest));
        return FRESHNESS_BONUS * Math.max(0, 1 - age / DAYS_UNTIL_OLD);
    }

    private static String primary(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    /** Keeps one passage of those that say the same in nearly the same words with the same figures. It is the one checked last, in the place of the best. */
    List<Hit> withoutDuplicates(List<Hit> hits) {
        List<Hit> kept = new ArrayList<>();
        List<Said> said = new ArrayList<>();
        for (Hit hit : hits) {
            Said now = new Said(hit.passage());
            int same = 0;
            while (same < said.size() && !now.sameAs(said.get(same))) {
                same++;
            }
            if (same == said.size()) {
                kept.add(hit);
                said.add(now);
            } else if (freshness(hit.passage().updated())
                    > freshness(kept.get(same).passage().updated())) {
                kept.set(same, hit);
            }
        }
        return kept;
    }

    private static final class Said {

        private final Passage passage;
        private final int length;
        private final Set<String> figures = new HashSet<>();
        private @Nullable Set<String> words;

        private Said(Passage passage) {
            this.passage = passage;
            String text = passage.text();
            this.length = text.length();
            FIGURE.matcher(text).results().map(MatchResult::group).forEach(figures::add);
        }

        boolean sameAs(Said other) {
            boolean similar = Math.min(length, other.length) >= SIMILAR_LENGTH * Math.max(length, other.length);
            if (!similar || !figures.equals(other.figures)) {
                return false;
            }
            Set<String> both = new HashSet<>(words());
            both.retainAll(other.words());
            int either = words().size() + other.words().size() - both.size();
            return either > 0 && both.size() >= SAME_WORDS * either;
        }

        /** Found when they are needed: most passages differ in length or figures. */
        private Set<String> words() {
            Set<String> found = words;
            if (found == null) {
                found = ContentWords.of(passage.text(), passage.language());
                words = found;
            }
            return found;
        }
    }
}

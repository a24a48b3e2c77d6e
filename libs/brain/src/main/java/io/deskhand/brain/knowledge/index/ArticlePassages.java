package io.deskhand.brain.knowledge.index;

import io.deskhand.brain.bot.Article;
import io.deskhand.brain.bot.Article.Audience;
import io.deskhand.brain.internal.detect.Injection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The passages of a bot's articles that a customer may see.
 *
 * @param passage what is found
 * @param questions how customers put it: those of the article, with its first passage; none with the others
 * @param head title, headings and the article's questions, for the search by words
 */
record ArticlePassages(Passage passage, List<String> questions, String head) {

    private static final Logger LOG = LoggerFactory.getLogger(ArticlePassages.class);

    private static final Comparator<Article> NEWEST_FIRST = Comparator.comparing(
                    Article::updated, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .reversed();

    /** Left out: staff articles, passages that give orders to a machine, and of those that say the same all but the newest. */
    static List<ArticlePassages> read(List<Article> articles) {
        List<ArticlePassages> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        articles.stream()
                .filter(article -> article.audience() == Audience.EVERYONE)
                .sorted(NEWEST_FIRST)
                .toList()
                .parallelStream()
                .map(article -> new Cut(article, usable(article)))
                .toList()
                .forEach(cut -> cut.addTo(all, seen));
        return all;
    }

    private static List<Passage> usable(Article article) {
        List<Passage> usable = new ArrayList<>();
        for (Passage passage : PassageReader.read(article)) {
            if (Injection.inArticle(passage.heading() + ". " + passage.text())) {
                LOG.warn("passage {} is left out of the knowledge; it gives orders to a machine", passage.id());
            } else {
                usable.add(passage);
            }
        }
        return usable;
    }

    private record Cut(Article article, List<Passage> passages) {

        void addTo(List<ArticlePassages> all, Set<String> seen) {
            boolean first = true;
            for (Passage passage : passages) {
                if (seen.add(passage.language() + '\n' + passage.heading() + '\n' + passage.text())) {
                    String head = passage.heading() + " " + String.join(" ", article.questions());
                    all.add(new ArticlePassages(passage, first ? article.questions() : List.of(), head));
                    first = false;
                }
            }
        }
    }
}

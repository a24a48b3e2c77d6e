package io.deskhand.brain.knowledge;

import io.deskhand.brain.bot.Article;
import io.deskhand.brain.bot.Article.Audience;
import io.deskhand.brain.guard.Injection;
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
                .forEach(article -> add(article, all, seen));
        return all;
    }

    private static void add(Article article, List<ArticlePassages> all, Set<String> seen) {
        boolean first = true;
        for (Passage passage : PassageReader.read(article)) {
            String text = passage.text();
            if (!seen.add(passage.language() + '\n' + passage.heading() + '\n' + text)) {
                continue;
            }
            if (Injection.inArticle(passage.heading() + ". " + text)) {
                LOG.warn("passage {} is left out of the knowledge; it gives orders to a machine", passage.id());
                continue;
            }
            String head = passage.heading() + " " + String.join(" ", article.questions());
            all.add(new ArticlePassages(passage, first ? article.questions() : List.of(), head));
            first = false;
        }
    }
}

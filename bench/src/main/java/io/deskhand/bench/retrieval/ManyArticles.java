package io.deskhand.bench.retrieval;

import io.deskhand.brain.bot.Article;
import io.deskhand.brain.bot.Article.Audience;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.knowledge.KnowledgeBase;
import io.deskhand.brain.knowledge.embedding.EmbeddingCache;
import io.deskhand.brain.knowledge.embedding.MiniLm;
import io.deskhand.brain.knowledge.index.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A bot whose knowledge has a chosen number of passages, made from the demo store's. Each passage is four to seven of its sentences under one of its headings. One word in
 * four is replaced by another word of the store or a made-up name, and every figure by another figure. The same seed makes the same files.
 */
final class ManyArticles {

    private static final int SECTIONS = 4;
    private static final long SEED = 20261124;
    private static final Pattern FIGURE = Pattern.compile("\\d+");

    private final Random random = new Random(SEED);
    private final List<Passage> originals;
    private final List<String> words = new ArrayList<>();

    private ManyArticles(List<Passage> originals) {
        this.originals = originals;
        originals.forEach(passage -> {
            for (String word : passage.text().split("[^\\p{L}]+")) {
                if (word.length() > 3) {
                    words.add(word);
                }
            }
        });
    }

    /** Writes the bot's folder; the cache spares it the demo store's vectors. */
    static void write(Path folder, int chunks, EmbeddingCache cache) throws IOException {
        Path demo = Path.of("prompts/bots/demo-store");
        Bot bot = BotFiles.load(demo);
        ManyArticles articles = new ManyArticles(new KnowledgeBase(bot.articles(), MiniLm.shared(), cache).passages());
        Path knowledge = Files.createDirectories(folder.resolve("knowledge"));
        Files.copy(demo.resolve("bot.yaml"), folder.resolve("bot.yaml"));
        for (int i = 0; i < chunks / SECTIONS; i++) {
            Article article = articles.article(i);
            Files.writeString(knowledge.resolve(article.id() + ".md"), """
                    ---
                    id: %s
                    title: "%s"
                    url: %s
                    updated: %s
                    ---
                    %s""".formatted(
                            article.id(), article.title(), article.url(), article.updated(), article.markdown()));
        }
    }

    private Article article(int number) {
        StringBuilder text = new StringBuilder();
        for (int section = 0; section < SECTIONS; section++) {
            Passage passage = any(originals);
            String heading = passage.headings().isEmpty()
                    ? passage.title()
                    : passage.headings().getLast();
            text.append("## ")
                    .append(varied(heading))
                    .append("\n\n")
                    .append(body())
                    .append("\n\n");
        }
        String id = "article-" + number;
        return new Article(
                id,
                varied(any(originals).title()).replace('"', '\''),
                "/help/" + id,
                Audience.EVERYONE,
                List.of("en"),
                LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365)),
                List.of(),
                text.toString());
    }

    private String body() {
        StringBuilder body = new StringBuilder();
        int sentences = 4 + random.nextInt(4);
        for (int i = 0; i < sentences && body.length() < 600; i++) {
            String sentence = varied(any(any(originals).sentences()).text());
            body.append(sentence).append(sentence.endsWith(".") ? " " : ". ");
        }
        return body.substring(0, Math.min(body.length(), 800));
    }

    private String varied(String text) {
        StringBuilder varied = new StringBuilder();
        for (String word : text.split(" ")) {
            varied.append(varied.isEmpty() ? "" : " ");
            boolean content = word.length() > 3 && word.chars().allMatch(Character::isLetter);
            varied.append(content && random.nextInt(4) == 0 ? other() : word);
        }
        return FIGURE.matcher(varied)
                .replaceAll(figure -> String.valueOf(1 + random.nextInt(90)))
                .replace('#', ' ');
    }

    private String other() {
        if (random.nextInt(3) > 0) {
            return any(words);
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            name.append("bdfgklmnprstv".charAt(random.nextInt(13))).append("aeiou".charAt(random.nextInt(5)));
        }
        return name.toString();
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}

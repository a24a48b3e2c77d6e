package io.deskhand.authoring.imports;

import io.deskhand.brain.bot.Article;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.bot.InvalidBotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes saved pages as articles into a bot's {@code knowledge} folder.
 *
 * <p>Guarantees: writes only below {@code knowledge/<into>}, and replaces existing files only if {@code replace} says so. All ids are new to the bot. If the bot's
 * files would be unusable afterwards, the import is undone.
 *
 * @param bot the bot's folder
 * @param into name of the folder below {@code knowledge}: lower-case letters, digits, hyphens
 * @param replace remove what an earlier import wrote to the same folder
 */
public record Import(Path bot, String into, boolean replace, ImportLimits limits) {

    /**
     * @param written ids of the articles, in the order of the pages
     * @param skipped names of pages that hold no text
     */
    public record Result(List<String> written, List<String> skipped) {
        public Result {
            written = List.copyOf(written);
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * @param from a folder, a ZIP archive or a sitemap
     * @throws ImportException if nothing was imported
     */
    public Result run(Path from) throws IOException, ImportException {
        if (!into.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new ImportException(
                    "\"" + into + "\" is no name for a folder; use lower-case letters, digits, hyphens");
        }
        List<SavedPage> pages = SavedPages.read(from, limits);
        Path target = bot.resolve("knowledge").resolve(into);
        List<Path> earlier = earlier(target);
        List<ArticleFile> articles = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        Set<String> taken = otherIds(target);
        for (SavedPage page : pages) {
            ArticleDraft.of(page)
                    .ifPresentOrElse(
                            draft -> articles.add(ArticleFile.of(draft, page.name(), taken)),
                            () -> skipped.add(page.name()));
        }
        if (articles.isEmpty()) {
            throw new ImportException("none of the " + pages.size() + " pages holds any text");
        }
        write(articles, target, earlier);
        return new Result(articles.stream().map(ArticleFile::id).toList(), skipped);
    }

    private List<Path> earlier(Path target) throws IOException, ImportException {
        if (!Files.isDirectory(target)) {
            return List.of();
        }
        try (var files = Files.list(target)) {
            List<Path> there =
                    files.filter(file -> file.toString().endsWith(".md")).toList();
            if (!there.isEmpty() && !replace) {
                throw new ImportException(target + " holds " + there.size()
                        + " articles; choose another folder with --into, or replace them with --replace");
            }
            return there;
        }
    }

    /** Ids of the bot's articles outside the target folder. */
    private Set<String> otherIds(Path target) throws ImportException {
        Set<String> all;
        try {
            Bot loaded = BotFiles.load(bot);
            all = loaded.articles().stream().map(Article::id).collect(Collectors.toCollection(TreeSet::new));
        } catch (InvalidBotException e) {
            throw new ImportException("the bot's files are not usable as they are: " + e.getMessage());
        }
        if (Files.isDirectory(target)) {
            // Files of an earlier import are named after their ids.
            all.removeIf(id -> Files.isRegularFile(target.resolve(id + ".md")));
        }
        return all;
    }

    private void write(List<ArticleFile> articles, Path target, List<Path> earlier)
            throws IOException, ImportException {
        Path aside = Files.createTempDirectory("deskhand-import-");
        List<Path> written = new ArrayList<>();
        Files.createDirectories(target);
        for (Path file : earlier) {
            Files.move(file, aside.resolve(file.getFileName()));
        }
        try {
            for (ArticleFile article : articles) {
                Path file = target.resolve(article.id() + ".md");
                written.add(file);
                Files.writeString(file, article.text());
            }
            BotFiles.load(bot);
        } catch (InvalidBotException | IOException e) {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
            for (Path file : earlier) {
                Files.move(aside.resolve(file.getFileName()), file);
            }
            throw new ImportException("what was written would not load, and was taken back: " + e.getMessage());
        } finally {
            discard(aside);
        }
    }

    private static void discard(Path aside) throws IOException {
        try (var files = Files.list(aside)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(aside);
    }
}

package io.deskhand.brain.bot;

import io.deskhand.brain.bot.Article.Audience;
import io.deskhand.brain.yaml.FileProblem;
import io.deskhand.brain.yaml.InvalidYamlException;
import io.deskhand.brain.yaml.SchemaCheck;
import io.deskhand.brain.yaml.YamlSource;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the knowledge files of a bot. */
final class ArticleFiles {

    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---\\n(.*?)^---[ \\t]*(?:\\n|\\z)", Pattern.DOTALL | Pattern.MULTILINE);
    private static final SchemaCheck SCHEMA =
            new SchemaCheck("/io/deskhand/brain/article.schema.json", BotWording::describe);

    private final String firstLanguage;

    ArticleFiles(String firstLanguage) {
        this.firstLanguage = firstLanguage;
    }

    List<Article> read(BotSource source, List<FileProblem> problems) {
        List<Article> articles = new ArrayList<>();
        Map<String, String> fileOfId = new HashMap<>();
        source.files().forEach((file, text) -> {
            if (file.startsWith("knowledge/")) {
                Article article = article(file, text, problems);
                if (article != null) {
                    String other = fileOfId.putIfAbsent(article.id(), file);
                    if (other != null) {
                        problems.add(new FileProblem(
                                file, 1, "id \"" + article.id() + "\" is taken by " + other + "; choose another"));
                    }
                    articles.add(article);
                }
            }
        });
        boolean any = source.files().keySet().stream().anyMatch(file -> file.startsWith("knowledge/"));
        if (!any) {
            problems.add(new FileProblem("knowledge", 0, "there are no articles; add at least one knowledge/*.md"));
        }
        return articles;
    }

    private @Nullable Article article(String file, String text, List<FileProblem> problems) {
        Matcher matcher = FRONT_MATTER.matcher(text);
        if (!matcher.find()) {
            problems.add(new FileProblem(
                    file, 1, "front matter is missing; begin the file with \"---\", id, title, url and \"---\""));
            return null;
        }
        String markdown = text.substring(matcher.end());
        int before = problems.size();
        if (markdown.isBlank()) {
            problems.add(
                    new FileProblem(file, 0, "there is no text below the front matter; write it or remove the file"));
        }
        try {
            YamlSource yaml = YamlSource.parse(file, 2, matcher.group(1));
            problems.addAll(SCHEMA.problems(yaml));
            LocalDate updated = updated(file, yaml, problems);
            return problems.size() > before ? null : article(yaml.json(), updated, markdown);
        } catch (InvalidYamlException e) {
            problems.add(e.problem());
            return null;
        }
    }

    private static @Nullable LocalDate updated(String file, YamlSource yaml, List<FileProblem> problems) {
        String updated = yaml.json().path("updated").asString("");
        if (!updated.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return null;
        }
        try {
            return LocalDate.parse(updated);
        } catch (DateTimeException e) {
            problems.add(new FileProblem(
                    file, yaml.line("/updated"), "\"" + updated + "\" is no date; write year-month-day"));
            return null;
        }
    }

    private Article article(JsonNode front, @Nullable LocalDate updated, String markdown) {
        List<String> languages = BotFiles.strings(front.path("languages"));
        return new Article(
                front.path("id").asString(),
                front.path("title").asString(),
                front.path("url").asString(),
                front.path("audience").asString("everyone").equals("staff") ? Audience.STAFF : Audience.EVERYONE,
                languages.isEmpty() ? List.of(firstLanguage) : languages,
                updated,
                BotFiles.strings(front.path("questions")),
                markdown);
    }
}

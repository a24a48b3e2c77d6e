package io.deskhand.bot.page;

import io.deskhand.brain.bot.Article;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.web.util.HtmlUtils;

/** A help article as an HTML page. Markdown alone makes markup: HTML in an article is shown as text, and links lead to web addresses only. */
final class ArticlePage {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private final Parser parser = Parser.builder().extensions(TABLES).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    String html(Article article, String botName) {
        String language = HtmlUtils.htmlEscape(article.languages().getFirst());
        String title = HtmlUtils.htmlEscape(article.title());
        String body = renderer.render(parser.parse(article.markdown()));
        String updated = article.updated() == null
                ? ""
                : "<p class=\"updated\">Checked <time datetime=\"%1$s\">%1$s</time></p>".formatted(article.updated());
        return page(language, title, "<h1>%s</h1>%n%s%n%s".formatted(title, body, updated), botName);
    }

    String missing() {
        return page(
                "en",
                "No such article",
                "<h1>No such article</h1><p>It may have been moved. Ask us in the chat.</p>",
                "Help");
    }

    private static String page(String language, String title, String body, String from) {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="stylesheet" href="/pages/help.css">
                </head>
                <body>
                <header><a href="/">%s</a></header>
                <main>
                %s
                </main>
                </body>
                </html>
                """.formatted(language, title, HtmlUtils.htmlEscape(from), body);
    }
}

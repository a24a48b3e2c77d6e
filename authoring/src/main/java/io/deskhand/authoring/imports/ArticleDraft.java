package io.deskhand.authoring.imports;

import com.vladsch.flexmark.html2md.converter.FlexmarkHtmlConverter;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says, without what surrounds it.
 *
 * @param url where customers read it; null if neither page nor sitemap says so
 * @param language of the page, such as "en"; null if it does not say
 * @param updated when it was last changed, if known
 */
record ArticleDraft(
        String title,
        @Nullable String url,
        @Nullable String language,
        @Nullable LocalDate updated,
        String markdown) {

    private static final int LONGEST_TITLE = 200;
    private static final String SURROUNDINGS =
            "script, style, noscript, template, nav, header, footer, aside, form, button, iframe, svg, [hidden], [aria-hidden=true]";
    private static final Pattern FIRST_HEADING = Pattern.compile("\\A\\s*#\\s+(.+?)\\s*#*\\s*(?:\\n|\\z)");
    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---\\R.*?^---\\s*$", Pattern.DOTALL | Pattern.MULTILINE);

    private static final FlexmarkHtmlConverter CONVERTER = FlexmarkHtmlConverter.builder(new MutableDataSet()
                    .set(FlexmarkHtmlConverter.SETEXT_HEADINGS, false)
                    .set(FlexmarkHtmlConverter.OUTPUT_ATTRIBUTES_ID, false)
                    .set(FlexmarkHtmlConverter.TYPOGRAPHIC_QUOTES, false)
                    .set(FlexmarkHtmlConverter.TYPOGRAPHIC_SMARTS, false))
            .build();

    /** The page's text; empty when there is none. */
    static Optional<ArticleDraft> of(SavedPage page) {
        ArticleDraft draft = page.isMarkdown() ? fromMarkdown(page) : fromHtml(page);
        return draft.markdown().isBlank() ? Optional.empty() : Optional.of(draft);
    }

    private static ArticleDraft fromMarkdown(SavedPage page) {
        String text = FRONT_MATTER.matcher(page.text().replace("\r\n", "\n")).replaceFirst("");
        Matcher heading = FIRST_HEADING.matcher(text);
        boolean headed = heading.find();
        String title = headed ? heading.group(1) : nameOf(page);
        return new ArticleDraft(
                shortened(title),
                page.url(),
                null,
                page.updated(),
                (headed ? text.substring(heading.end()) : text).strip());
    }

    private static ArticleDraft fromHtml(SavedPage page) {
        Document document = Jsoup.parse(page.text());
        String canonical = document.select("link[rel=canonical]").attr("href");
        String language = document.select("html").attr("lang");
        LocalDate updated = page.updated() == null ? modified(document) : page.updated();
        Element main = main(document);
        Element heading = main.selectFirst("h1");
        String title = heading == null ? document.title() : heading.text();
        main.select(SURROUNDINGS).remove();
        main.select("h1").remove();
        // A picture says nothing to the bot, and its address is none of the customer's business.
        main.select("img, picture, video, audio").remove();
        String markdown = CONVERTER
                .convert(main.html())
                .replaceAll("(?m)^\\s*<br\\s*/?>\\s*$|[ \\t]+$", "")
                .replaceAll("\\n{3,}", "\n\n");
        return new ArticleDraft(
                shortened(title.isBlank() ? nameOf(page) : title),
                page.url() != null ? page.url() : canonical.isBlank() ? null : canonical,
                language.isBlank() ? null : language,
                updated,
                markdown.strip());
    }

    private static Element main(Document document) {
        Element main = document.selectFirst("main");
        Element article = (main == null ? document : main).selectFirst("article");
        if (article != null) {
            return article;
        }
        return main != null ? main : document.body();
    }

    private static @Nullable LocalDate modified(Document document) {
        String time = document.select("meta[property=article:modified_time]").attr("content");
        try {
            return time.length() < 10 ? null : LocalDate.parse(time.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String nameOf(SavedPage page) {
        String file = page.name().substring(page.name().lastIndexOf('/') + 1);
        return file.replaceAll("\\.[^.]*$", "").replaceAll("[-_]+", " ");
    }

    private static String shortened(String title) {
        String line = title.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
    }
}

package io.deskhand.authoring.imports;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * An article as it will lie in the bot's folder.
 *
 * @param id lower-case letters, digits and hyphens; the file's name without ".md"
 * @param text front matter and Markdown
 */
record ArticleFile(String id, String text) {

    private static final int LONGEST_ID = 60;

    /**
     * @param draft what the page says
     * @param name the page's name, from which the id is made
     * @param taken ids that others have; the new one is added
     */
    static ArticleFile of(ArticleDraft draft, String name, Set<String> taken) {
        String wanted = slug(name);
        String id = wanted;
        for (int i = 2; !taken.add(id); i++) {
            id = wanted + "-" + i;
        }
        StringBuilder text = new StringBuilder("---\n");
        text.append("id: ").append(id).append('\n');
        text.append("title: ").append(quoted(draft.title())).append('\n');
        text.append("url: ").append(quoted(url(draft, id))).append('\n');
        if (draft.language() != null && draft.language().matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            text.append("languages: [").append(draft.language()).append("]\n");
        }
        if (draft.updated() != null) {
            text.append("updated: ").append(draft.updated()).append('\n');
        }
        text.append("---\n").append(draft.markdown()).append('\n');
        return new ArticleFile(id, text.toString());
    }

    private static String url(ArticleDraft draft, String id) {
        String url = draft.url();
        return url != null && url.matches("(/|https?://)\\S{0,490}") ? url : "/help/" + id;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** "Help/Returns & refunds.html" → "returns-refunds"; a folder's index page is named after the folder. */
    private static String slug(String name) {
        String path = name.replaceAll("\\.[^./]*$", "").replaceAll("/index$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        String slug = Normalizer.normalize(last.toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = slug.substring(0, Math.min(LONGEST_ID, slug.length())).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? "article" : cut;
    }
}

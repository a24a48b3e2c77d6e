package io.deskhand.authoring.imports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A saved page.
 *
 * @param name its path below the folder or in the archive, with "/"
 * @param text HTML or Markdown, by the name's ending
 * @param url where customers read it, if known
 * @param updated when it was last changed, if known
 */
record SavedPage(
        String name,
        String text,
        @Nullable String url,
        @Nullable LocalDate updated) {

    static boolean isPage(String name) {
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        boolean hidden = name.startsWith(".") || name.contains("/.") || name.startsWith("__MACOSX/");
        return !hidden && (lower.endsWith(".html") || lower.endsWith(".htm") || lower.endsWith(".md"));
    }

    boolean isMarkdown() {
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(".md");
    }
}

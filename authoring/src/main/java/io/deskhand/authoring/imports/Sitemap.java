package io.deskhand.authoring.imports;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A sitemap (sitemaps.org) whose pages were saved next to it, as {@code wget} and browsers save them.
 *
 * <p>The file of the page {@code https://shop.example/help/returns} is {@code help/returns}, with {@code .html}, {@code .htm} or {@code /index.html}. It may be in a
 * folder {@code shop.example}. Pages without a file are skipped.
 */
final class Sitemap {

    private static final List<String> ENDINGS = List.of(".html", ".htm", "/index.html", "");

    private Sitemap() {}

    static List<SavedPage> pages(Path sitemap, ImportLimits.Meter meter) throws IOException, ImportException {
        List<SavedPage> pages = new ArrayList<>();
        Path folder = sitemap.toAbsolutePath().normalize().getParent();
        String xml;
        try (InputStream in = Files.newInputStream(sitemap)) {
            xml = meter.read(sitemap.getFileName().toString(), in);
        }
        List<Element> urls = Jsoup.parse(xml, "", Parser.xmlParser()).select("urlset > url");
        if (folder == null || urls.isEmpty()) {
            throw new ImportException(sitemap + " is no sitemap with <urlset> and <url>");
        }
        for (Element url : urls) {
            String location = url.select("> loc").text().strip();
            Optional<Path> file = saved(folder, location);
            if (file.isPresent()) {
                try (InputStream in = Files.newInputStream(file.get())) {
                    String name = folder.relativize(file.get()).toString().replace('\\', '/');
                    String page = name.endsWith(".html") || name.endsWith(".htm") ? name : name + ".html";
                    pages.add(new SavedPage(
                            page,
                            meter.read(name, in),
                            location,
                            date(url.select("> lastmod").text())));
                }
            }
        }
        if (pages.isEmpty()) {
            throw new ImportException("none of the " + urls.size() + " pages of " + sitemap + " is saved beside it");
        }
        return pages;
    }

    private static Optional<Path> saved(Path folder, String location) throws ImportException {
        URI uri;
        try {
            uri = URI.create(location);
        } catch (IllegalArgumentException e) {
            throw new ImportException("the sitemap names no address: \"" + location + "\"");
        }
        String path = String.valueOf(uri.getPath()).replaceAll("/+$", "");
        for (String host : List.of("", String.valueOf(uri.getHost()))) {
            for (String ending : ENDINGS) {
                String below = host + path + (path.isEmpty() && ending.startsWith("/") ? "/index.html" : ending);
                Path file = folder.resolve(below.replaceAll("^/+", "")).normalize();
                if (file.startsWith(folder) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable LocalDate date(String lastmod) {
        try {
            return lastmod.length() < 10 ? null : LocalDate.parse(lastmod.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }
}

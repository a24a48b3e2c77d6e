package io.deskhand.authoring.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Reads saved pages from where they lie: a folder, a ZIP archive, or a sitemap with the pages beside it. */
final class SavedPages {

    private SavedPages() {}

    /** @throws ImportException if there is nothing usable at the place, or too much */
    static List<SavedPage> read(Path from, ImportLimits limits) throws IOException, ImportException {
        ImportLimits.Meter meter = limits.new Meter();
        String name = String.valueOf(from.getFileName()).toLowerCase(Locale.ROOT);
        List<SavedPage> pages;
        if (Files.isDirectory(from)) {
            pages = folder(from, meter);
        } else if (!Files.isRegularFile(from)) {
            throw new ImportException(from + " does not exist");
        } else if (name.endsWith(".zip")) {
            pages = zip(from, meter);
        } else if (name.endsWith(".xml")) {
            pages = Sitemap.pages(from, meter);
        } else {
            throw new ImportException(from + " is no folder, no .zip and no sitemap (.xml)");
        }
        if (pages.isEmpty()) {
            throw new ImportException("there is no .html, .htm or .md file in " + from);
        }
        return pages;
    }

    private static List<SavedPage> folder(Path folder, ImportLimits.Meter meter) throws IOException, ImportException {
        List<SavedPage> pages = new ArrayList<>();
        // Symbolic links are not followed: the import covers this folder only.
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (SavedPage.isPage(name)) {
                    try (InputStream in = Files.newInputStream(file)) {
                        pages.add(new SavedPage(name, meter.read(name, in), null, null));
                    }
                }
            }
        }
        return pages;
    }

    private static List<SavedPage> zip(Path archive, ImportLimits.Meter meter) throws IOException, ImportException {
        List<SavedPage> pages = new ArrayList<>();
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().replace('\\', '/');
                refuseOutside(name);
                if (!entry.isDirectory() && SavedPage.isPage(name)) {
                    pages.add(new SavedPage(name, meter.read(name, zip), null, null));
                }
                entries++;
            }
        } catch (ZipException e) {
            throw new ImportException(archive + " is no usable ZIP archive: " + e.getMessage());
        }
        if (entries == 0) {
            throw new ImportException(archive + " is no ZIP archive, or an empty one");
        }
        return pages;
    }

    /** Nothing is ever written under an entry's name; an archive with such a name is not to be trusted all the same. */
    private static void refuseOutside(String name) throws ImportException {
        boolean outside = name.startsWith("/")
                || name.matches("[A-Za-z]:.*")
                || List.of(name.split("/")).contains("..");
        if (outside) {
            throw new ImportException("the archive names a file outside of itself: \"" + name + "\"");
        }
    }
}

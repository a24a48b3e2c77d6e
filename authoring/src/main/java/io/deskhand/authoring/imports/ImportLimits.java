package io.deskhand.authoring.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What one import may take, so that a wrong or hostile archive ends with a message and not with a full disk. Sizes are those of the bytes read, not those that an archive
 * claims.
 *
 * @param pages most pages
 * @param pageBytes most bytes of a page
 * @param totalBytes most bytes of all pages
 */
public record ImportLimits(int pages, int pageBytes, long totalBytes) {

    /** 10,000 pages, 2 MiB each, 256 MiB in all. */
    public static final ImportLimits DEFAULT = new ImportLimits(10_000, 2 << 20, 256L << 20);

    /** Counts what an import reads. */
    final class Meter {

        private int pages;
        private long bytes;

        /** Reads a page to its end. */
        String read(String name, InputStream in) throws IOException, ImportException {
            if (++pages > pages()) {
                throw new ImportException("there are more than " + pages() + " pages; import them in parts");
            }
            byte[] content = in.readNBytes(pageBytes + 1);
            if (content.length > pageBytes) {
                throw new ImportException(name + " is longer than " + pageBytes + " bytes; leave it out");
            }
            bytes += content.length;
            if (bytes > totalBytes) {
                throw new ImportException("the pages are longer than " + totalBytes + " bytes; import them in parts");
            }
            return new String(content, StandardCharsets.UTF_8);
        }

        private int pages() {
            return ImportLimits.this.pages;
        }
    }
}

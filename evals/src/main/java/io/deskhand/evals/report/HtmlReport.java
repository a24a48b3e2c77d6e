package io.deskhand.evals.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** report.html: one file that needs nothing else, made of a page and the results as data. */
public final class HtmlReport {

    private static final String SLOT = "/*RESULTS*/";

    private HtmlReport() {}

    /** @param results as {@link ResultsJson#tree} makes them */
    public static String of(JsonNode results) {
        String data = ResultsJson.text(results).replace("<", "\\u003c").replace("\u2028", "\\u2028");
        return page().replace(SLOT, data);
    }

    private static String page() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.html")) {
            if (in == null) {
                throw new IllegalStateException("report.html is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

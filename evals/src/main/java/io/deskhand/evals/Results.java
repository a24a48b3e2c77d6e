package io.deskhand.evals;

import io.deskhand.evals.report.ResultsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Files of earlier runs. */
final class Results {

    private static final int VERSION = 1;

    private Results() {}

    /** @param file null = the last run's */
    static JsonNode read(@Nullable Path file, Workspace workspace) throws IOException {
        Path path = file == null ? workspace.results().resolve(Output.RESULTS) : file;
        if (!Files.isRegularFile(path)) {
            throw new Evals.UsageException("there is no " + path + "; call \"run\" first or name another file");
        }
        try {
            JsonNode tree = ResultsJson.parse(Files.readString(path));
            if (tree.path("schema").asInt() != VERSION) {
                throw new Evals.UsageException(path + " is not of version " + VERSION + "; run again");
            }
            return tree;
        } catch (JacksonException e) {
            throw new Evals.UsageException(path + " is not a results.json; " + e.getOriginalMessage());
        }
    }
}

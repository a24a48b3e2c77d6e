package io.deskhand.evals.cassette;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** One JSON Lines file a case, below a folder named after the model. */
final class CassetteFiles {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();
    /** Keys of common providers and bearer tokens; a model may repeat what it was given. */
    private static final Pattern SECRET =
            Pattern.compile("(?:sk|pk|key)-[A-Za-z0-9_-]{16,}|Bearer [A-Za-z0-9._-]{16,}");

    private final Path folder;

    CassetteFiles(Path cassettes, String model) {
        this.folder = cassettes.resolve(model.replaceAll("[^A-Za-z0-9._-]", "_"));
    }

    /** Recordings of a case; none if it was never recorded. */
    List<Recording> read(String caseId) {
        Path file = file(caseId);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> JSON.readValue(line, Recording.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("unable to read the cassette; " + e.getMessage(), e);
        }
    }

    /** Replaces what was recorded of the case. */
    void write(String caseId, List<Recording> recordings) {
        String lines = recordings.stream()
                .map(recording ->
                        SECRET.matcher(JSON.writeValueAsString(recording)).replaceAll("[secret]") + "\n")
                .collect(Collectors.joining());
        try {
            Files.createDirectories(folder);
            Files.writeString(file(caseId), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("unable to write the cassette; " + e.getMessage(), e);
        }
    }

    private Path file(String caseId) {
        return folder.resolve(caseId + ".jsonl");
    }
}

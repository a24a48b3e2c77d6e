package io.deskhand.evals.suite;

import io.deskhand.brain.yaml.FileProblem;
import io.deskhand.brain.yaml.InvalidYamlException;
import io.deskhand.brain.yaml.SchemaCheck;
import io.deskhand.brain.yaml.SchemaViolation;
import io.deskhand.brain.yaml.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the YAML files of the evals and checks them against their schemas. */
public final class CheckedFile {

    private CheckedFile() {}

    /**
     * @param schema a filename, such as {@code suite.schema.json}
     * @throws InvalidFileException with all problems, if the file cannot be read or does not fit the schema
     */
    public static YamlSource read(Path file, String schema) throws InvalidFileException {
        String name = file.getFileName().toString();
        try {
            YamlSource yaml = YamlSource.parse(name, 1, Files.readString(file));
            List<FileProblem> problems =
                    new SchemaCheck("/io/deskhand/evals/" + schema, CheckedFile::describe).problems(yaml);
            if (!problems.isEmpty()) {
                throw new InvalidFileException(problems);
            }
            return yaml;
        } catch (IOException e) {
            throw new InvalidFileException(List.of(new FileProblem(name, 0, "unable to read; " + e.getMessage())));
        } catch (InvalidYamlException e) {
            throw new InvalidFileException(List.of(e.problem()));
        }
    }

    private static String describe(SchemaViolation violation) {
        JsonNode value = violation.value();
        return switch (violation.keyword()) {
            case "additionalProperties" ->
                "unknown key \"" + violation.property() + "\"; allowed here: " + String.join(", ", violation.allowed());
            case "required" -> "\"" + violation.property() + "\" is missing; add it";
            case "pattern" ->
                "\"" + value.asString("") + "\" has the wrong form; write lower-case letters, digits and hyphens ("
                        + violation.constraint().asString("") + ")";
            case "type" ->
                violation.message()
                        + (value.isNumber() ? "; put it in quotes if text is meant" : "; see evals/README.md");
            case "enum" -> "\"" + value.asString("") + "\" is not known; use one of " + violation.constraint();
            case "maxProperties" -> "one expectation a list item; start each with its own \"- \"";
            default -> violation.message() + "; see evals/README.md";
        };
    }
}

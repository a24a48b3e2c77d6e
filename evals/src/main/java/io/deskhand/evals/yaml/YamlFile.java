package io.deskhand.evals.yaml;

import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML file whose nodes know their lines. */
public final class YamlFile {

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final String name;
    private final JsonNode root;

    private YamlFile(String name, JsonNode root) {
        this.name = name;
        this.root = root;
    }

    /** @throws InvalidFileException if it cannot be read or is not YAML */
    public static YamlFile read(Path file) throws InvalidFileException {
        String name = file.getFileName().toString();
        try {
            JsonNode root =
                    JsonNodes.readTree(YAML, Files.readString(file), LocationJsonNodeFactoryFactory.getInstance());
            return new YamlFile(name, root);
        } catch (IOException e) {
            throw new InvalidFileException(List.of(new Problem(name, 0, "", "unable to read; " + e.getMessage())));
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String message = "not valid YAML: " + firstLine(e.getOriginalMessage())
                    + "; check indentation, and quote texts that hold a comma, \": \" or \"#\"";
            throw new InvalidFileException(List.of(new Problem(name, at == null ? 0 : at.getLineNr(), "", message)));
        }
    }

    public String name() {
        return name;
    }

    public JsonNode root() {
        return root;
    }

    /** The line on which a node of such a file begins, counted from 1; 0 if unknown. */
    public static int line(JsonNode node) {
        TokenStreamLocation at = JsonNodes.tokenStreamLocationOf(node);
        return at == null ? 0 : Math.max(0, at.getLineNr());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }
}

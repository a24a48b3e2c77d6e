package io.deskhand.brain.yaml;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * YAML as JSON that remembers its lines. Only {@code true}, {@code false}, {@code null} and numbers are not text, so that the language {@code no} stays a
 * language and a date stays what was written.
 */
public final class YamlSource {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String file;
    private final int firstLine;
    private final Map<String, Integer> lines = new HashMap<>();
    private JsonNode json = JSON.objectNode();

    private YamlSource(String file, int firstLine) {
        this.file = file;
        this.firstLine = firstLine;
    }

    /**
     * @param firstLine the line of the file at which the text begins
     * @throws InvalidYamlException if it is not YAML, repeats a key or uses aliases
     */
    public static YamlSource parse(String file, int firstLine, String text) {
        YamlSource source = new YamlSource(file, firstLine);
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setMaxAliasesForCollections(0)
                    .setAllowNonScalarKeys(true)
                    .build();
            new Compose(settings).composeString(text).ifPresent(root -> source.json = source.convert(root, ""));
            return source;
        } catch (MarkedYamlEngineException e) {
            throw source.broken(e.getProblem(), e.getProblemMark());
        } catch (YamlEngineException e) {
            throw source.broken(String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    private InvalidYamlException broken(String problem, Optional<Mark> at) {
        return new InvalidYamlException(new FileProblem(
                file,
                at.map(this::line).orElse(0),
                "not valid YAML: " + problem
                        + "; check indentation and quotes (a text with \": \" or \"#\" in it needs quotes)"));
    }

    /** The name that problems give. */
    public String file() {
        return file;
    }

    public JsonNode json() {
        return json;
    }

    /** The line of a JSON pointer, or of its nearest parent that has one. */
    public int line(String pointer) {
        String at = pointer;
        while (!at.isEmpty()) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return firstLine;
    }

    private int line(Mark mark) {
        return mark.getLine() + firstLine;
    }

    private int line(Node node) {
        return node.getStartMark().map(this::line).orElse(firstLine);
    }

    private JsonNode convert(Node node, String pointer) {
        lines.putIfAbsent(pointer, line(node));
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer);
            case SequenceNode sequence -> array(sequence, pointer);
            case ScalarNode scalar -> scalar(scalar);
            case AnchorNode anchor -> throw refused(anchor, "aliases are not supported; write the text out");
            default -> throw refused(node, "unexpected YAML node");
        };
    }

    private ObjectNode object(MappingNode mapping, String pointer) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw refused(tuple.getKeyNode(), "a key must be plain text");
            }
            if (object.has(key.getValue())) {
                throw refused(key, "not valid YAML: key \"" + key.getValue() + "\" appears twice; keep one");
            }
            String child = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
            lines.put(child, line(key));
            object.set(key.getValue(), convert(tuple.getValueNode(), child));
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence, String pointer) {
        ArrayNode array = JSON.arrayNode();
        int index = 0;
        for (Node item : sequence.getValue()) {
            array.add(convert(item, pointer + "/" + index++));
        }
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        if (!scalar.isPlain()) {
            return JSON.stringNode(value);
        }
        return switch (value) {
            case "true" -> JSON.booleanNode(true);
            case "false" -> JSON.booleanNode(false);
            case "", "~", "null" -> JSON.nullNode();
            default -> NUMBER.matcher(value).matches() ? number(value) : JSON.stringNode(value);
        };
    }

    private static JsonNode number(String value) {
        BigDecimal number = new BigDecimal(value);
        return number.scale() <= 0 && number.precision() < 19
                ? JSON.numberNode(number.longValueExact())
                : JSON.numberNode(number);
    }

    private InvalidYamlException refused(Node node, String message) {
        return new InvalidYamlException(new FileProblem(file, line(node), message));
    }
}

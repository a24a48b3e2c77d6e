package io.deskhand.brain.yaml;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
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
     * @throws BrokenYaml if it is not YAML, repeats a key or uses aliases
     */
    public static YamlSource parse(String file, int firstLine, String text) {
        YamlSource source = new YamlSource(file, firstLine);
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(0);
            Node root = new Yaml(options).compose(new StringReader(text));
            source.json = root == null ? JSON.objectNode() : source.convert(root, "");
            return source;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + firstLine;
            throw new BrokenYaml(new Problem(
                    file,
                    line,
                    "not valid YAML: " + e.getProblem()
                            + "; check indentation and quotes (a text with \": \" or \"#\" in it needs quotes)"));
        }
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

    private JsonNode convert(Node node, String pointer) {
        lines.putIfAbsent(pointer, node.getStartMark().getLine() + firstLine);
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
                throw refused(key, "key \"" + key.getValue() + "\" appears twice; keep one");
            }
            String child = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
            lines.put(child, key.getStartMark().getLine() + firstLine);
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

    private BrokenYaml refused(Node node, String message) {
        return new BrokenYaml(new Problem(file, node.getStartMark().getLine() + firstLine, message));
    }

    /** The text is not usable YAML. */
    public static final class BrokenYaml extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        BrokenYaml(Problem problem) {
            super(problem.toString());
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }
}

package io.deskhand.quickstart.contract;

import io.deskhand.service.contract.CommittedContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What {@code docs/api.md} takes from the OpenAPI documents. It stands between two marks, of which the first says what: {@code calls}, {@code problems}, {@code schemas}
 * and their names, {@code parts} and the name of a union.
 */
final class ApiPage {

    private static final Pattern BLOCK =
            Pattern.compile("<!-- generated: (\\w+) (\\w+)((?: \\w+)*) -->\n(.*?)<!-- end -->", Pattern.DOTALL);

    private final TreeSet<String> shown = new TreeSet<>();

    /** The page with all blocks as the documents have them now. */
    String filled(String page) {
        return BLOCK.matcher(page)
                .replaceAll(block -> Matcher.quoteReplacement(
                        page.substring(block.start(), block.start(4)) + content(block) + "<!-- end -->"));
    }

    /** The names of the schemas that no block of the filled page has shown. */
    List<String> left() {
        return Arrays.stream(CommittedContract.values())
                .flatMap(contract -> contract.read().at("/components/schemas").propertyNames().stream())
                .distinct()
                .filter(name -> !shown.contains(name))
                .toList();
    }

    private String content(MatchResult block) {
        JsonNode document = CommittedContract.valueOf(block.group(1).toUpperCase(Locale.ROOT))
                .read();
        SchemaText text = new SchemaText(document);
        List<String> names = Arrays.stream(block.group(3).split(" "))
                .filter(name -> !name.isEmpty())
                .toList();
        shown.addAll(names);
        return switch (block.group(2)) {
            case "calls" -> calls(document, text);
            case "problems" -> problems(document);
            case "schemas" -> text.block(names);
            case "parts" -> {
                String union = names.getFirst();
                document.at("/components/schemas/" + union + "/oneOf")
                        .forEach(part -> shown.add(SchemaText.name(part)));
                yield text.parts(union);
            }
            default -> throw new IllegalArgumentException("unable to fill " + block.group());
        };
    }

    private String calls(JsonNode document, SchemaText text) {
        List<String> rows = new ArrayList<>();
        document.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(call -> rows.add("| `" + call.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()
                                + query(call.getValue()) + "` | " + body(call.getValue(), text) + " | "
                                + answers(call.getValue()) + " | " + about(call.getValue()) + " |\n")));
        return "| call | body | answer | what it does |\n|---|---|---|---|\n" + String.join("", rows);
    }

    private static String query(JsonNode call) {
        String names = call.path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.path("name").asString() + "=")
                .collect(Collectors.joining("&"));
        return names.isEmpty() ? "" : "?" + names;
    }

    private String body(JsonNode call, SchemaText text) {
        JsonNode schema = call.at("/requestBody/content/application~1json/schema");
        String key = call.path("parameters")
                .valueStream()
                .map(parameter -> parameter.path("name").asString())
                .filter("Idempotency-Key"::equals)
                .map(name -> " + `" + name + "`")
                .collect(Collectors.joining());
        if (schema.isMissingNode()) {
            return key.strip();
        }
        shown.add(SchemaText.name(schema));
        return text.body(SchemaText.name(schema)) + key;
    }

    private static String answers(JsonNode call) {
        return call.path("responses")
                .propertyStream()
                .filter(answer -> !answer.getKey().equals("default"))
                .map(answer -> {
                    String type = SchemaText.name(answer.getValue().at("/content/application~1json/schema"));
                    String status = answer.getKey().equals("200") ? "" : answer.getKey() + " ";
                    return (status + (type.isEmpty() ? "" : "`" + type + "`")).strip();
                })
                .collect(Collectors.joining(" or "));
    }

    private static String about(JsonNode call) {
        String text = call.has("description")
                ? call.path("description").asString()
                : call.path("summary").asString() + ".";
        String parameters = call.path("parameters")
                .valueStream()
                .filter(parameter -> parameter.has("description"))
                .map(parameter -> " `" + parameter.path("name").asString() + "`: "
                        + parameter.path("description").asString() + ".")
                .collect(Collectors.joining());
        return (text + parameters).replace('\n', ' ');
    }

    private static String problems(JsonNode document) {
        Map<Integer, List<String>> byStatus = new TreeMap<>();
        document.at("/components/schemas/ProblemCode/x-status")
                .propertyStream()
                .forEach(code -> byStatus.computeIfAbsent(code.getValue().asInt(), status -> new ArrayList<>())
                        .add("`" + code.getKey() + "`"));
        return byStatus.entrySet().stream()
                .map(status -> "| " + status.getKey() + " | " + String.join(", ", status.getValue()) + " |\n")
                .collect(Collectors.joining("", "| status | codes |\n|---|---|\n", ""));
    }
}

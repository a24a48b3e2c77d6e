package io.deskhand.brain.tool;

import io.deskhand.brain.CustomerContext.Trust;
import io.deskhand.brain.yaml.YamlSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the {@code tools} of a bot's file, which its schema has checked, and checks what a schema cannot say. */
public final class HttpTools {

    private static final Set<String> BUILT_IN = Set.of("search_knowledge", "escalate");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(15);
    private static final int MAX_RESULT = 8 * 1024;

    private final String language;
    private final BiConsumer<String, String> problems;

    private HttpTools(String language, BiConsumer<String, String> problems) {
        this.language = language;
        this.problems = problems;
    }

    /**
     * @param tools the list; may be missing
     * @param language the bot's first
     * @param problems told what is wrong and what to do, with the JSON pointer of the place
     * @return what is usable
     */
    public static List<HttpTool> read(JsonNode tools, String language, BiConsumer<String, String> problems) {
        HttpTools reader = new HttpTools(language, problems);
        List<HttpTool> read = new ArrayList<>();
        Set<String> names = new HashSet<>(BUILT_IN);
        for (int i = 0; i < tools.size(); i++) {
            String at = "/tools/" + i;
            HttpTool tool = reader.tool(tools.path(i), at);
            if (!names.add(tool.name())) {
                problems.accept(at + "/name", "a tool \"" + tool.name() + "\" exists already; choose another name");
            }
            read.add(tool);
        }
        return read;
    }

    private HttpTool tool(JsonNode node, String at) {
        String method = node.path("method").asString("GET");
        boolean confirm = node.path("confirm").asBoolean(!method.equals("GET"));
        HttpTool tool = new HttpTool(
                node.path("name").asString(""),
                node.path("description").asString(""),
                method,
                node.path("url").asString(""),
                texts(node.path("headers")),
                new ArgumentSchema(withUsablePatterns(node.path("arguments"), at + "/arguments")),
                timeout(node.path("timeout"), at),
                Trust.valueOf(node.path("trust").asString("anonymous").toUpperCase(Locale.ROOT)),
                confirm,
                texts(node.path("confirm_text")),
                text(node.path("idempotency_header")),
                YamlSource.strings(node.path("redact")),
                node.path("max_result").asInt(MAX_RESULT));
        checkUrl(tool, at);
        checkHeaders(tool, at);
        checkRequired(node.path("arguments"), tool.arguments(), at);
        checkConfirmation(tool, at);
        return tool;
    }

    private void checkUrl(HttpTool tool, String at) {
        UrlTemplate template = new UrlTemplate(Placeholders.replaceVariables(tool.url(), name -> "http://host"));
        checkVariables(tool.url(), at + "/url");
        if (!template.placesAreInPath()) {
            problems.accept(
                    at + "/url",
                    "a place {…} belongs into the path; other arguments go into query or body by themselves");
        }
        for (String place : template.places()) {
            if (!tool.arguments().names().contains(place)) {
                problems.accept(at + "/url", "{" + place + "} is no argument; declare it under arguments.properties");
            } else if (!tool.arguments().requires(place)) {
                problems.accept(at + "/url", "{" + place + "} must be given; add it to arguments.required");
            }
        }
    }

    private void checkHeaders(HttpTool tool, String at) {
        tool.headers().forEach((name, value) -> checkVariables(value, at + "/headers/" + name));
    }

    private void checkVariables(String text, String at) {
        for (String name : Placeholders.variables(text)) {
            if (!name.matches(ToolSettings.PREFIX + "[A-Z0-9_]+")) {
                problems.accept(
                        at,
                        "${" + name + "} is not for tools; use a variable whose name begins with "
                                + ToolSettings.PREFIX);
            }
        }
    }

    private void checkRequired(JsonNode declared, ArgumentSchema arguments, String at) {
        for (String name : YamlSource.strings(declared.path("required"))) {
            if (!arguments.names().contains(name)) {
                problems.accept(
                        at + "/arguments/required",
                        "\"" + name + "\" is required and not declared; add it to arguments.properties");
            }
        }
    }

    /** The arguments without patterns that are not regular expressions; each of these is reported as a problem. */
    private JsonNode withUsablePatterns(JsonNode arguments, String at) {
        JsonNode usable = arguments.deepCopy();
        usable.path("properties").properties().forEach(entry -> {
            try {
                Pattern.compile(entry.getValue().path("pattern").asString(""));
            } catch (PatternSyntaxException e) {
                problems.accept(
                        at + "/properties/" + entry.getKey() + "/pattern",
                        "not a regular expression: " + e.getDescription() + "; correct it, and put it in quotes");
                ((ObjectNode) entry.getValue()).remove("pattern");
            }
        });
        return usable;
    }

    private void checkConfirmation(HttpTool tool, String at) {
        if (tool.confirm() && !tool.confirmTexts().containsKey(language)) {
            problems.accept(
                    at,
                    "confirm_text is missing in the bot's first language; say what would be done, such as \"" + language
                            + ": start a return of order {order}\" (or confirm: false, if the customer need not agree)");
        }
        tool.confirmTexts().forEach((tag, text) -> {
            for (String place : new UrlTemplate(text).places()) {
                if (!tool.arguments().names().contains(place)) {
                    problems.accept(
                            at + "/confirm_text/" + tag,
                            "{" + place + "} is no argument; write one of "
                                    + tool.arguments().names());
                }
            }
        });
    }

    private Duration timeout(JsonNode node, String at) {
        if (!node.isString()) {
            return TIMEOUT;
        }
        String text = node.asString();
        boolean millis = text.endsWith("ms");
        String number = text.replaceAll("\\D", "");
        long value = number.isEmpty() || number.length() > 6 ? 0 : Long.parseLong(number);
        Duration timeout = millis ? Duration.ofMillis(value) : Duration.ofSeconds(value);
        if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            problems.accept(
                    at + "/timeout",
                    "a customer does not wait that long; write at most " + LONGEST_TIMEOUT.toSeconds() + "s");
        }
        return timeout;
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new HashMap<>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
        return texts;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }
}

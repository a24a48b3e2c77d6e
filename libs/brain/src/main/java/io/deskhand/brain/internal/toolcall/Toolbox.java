package io.deskhand.brain.internal.toolcall;

import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.tool.HttpTool;
import io.deskhand.brain.tool.Origin;
import io.deskhand.brain.tool.Placeholders;
import io.deskhand.brain.tool.ToolSettings;
import io.deskhand.brain.tool.UrlTemplate;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tools of one bot, ready to be called. For many threads.
 *
 * <p>A tool that this service is not set up for is left out with a warning, as if the bot's file did not name it. That is so when a variable has no value or an origin
 * is not allowed.
 */
public final class Toolbox {

    private static final Logger log = LoggerFactory.getLogger(Toolbox.class);

    private final Map<String, Ready> tools = new LinkedHashMap<>();

    /** A tool with its variables filled. */
    record Ready(HttpTool tool, UrlTemplate url, Map<String, String> headers, GuardedHttp http) {

        /** Its headers for this customer; empty if one needs what is not known of them. */
        Optional<Map<String, String>> headersFor(CustomerContext customerContext) {
            Map<String, String> filled = new HashMap<>();
            for (Map.Entry<String, String> header : headers.entrySet()) {
                Optional<String> value = Placeholders.customer(header.getValue(), customerContext.attributes());
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                filled.put(header.getKey(), value.get());
            }
            return Optional.of(filled);
        }

        boolean isFor(CustomerContext customerContext) {
            return customerContext.trust().reaches(tool.trust())
                    && headersFor(customerContext).isPresent();
        }
    }

    private Toolbox() {}

    /** A box without tools. */
    public static Toolbox empty() {
        return new Toolbox();
    }

    static Toolbox of(String bot, List<HttpTool> declared, ToolSettings settings, GuardedHttp http) {
        Toolbox box = new Toolbox();
        for (HttpTool tool : declared) {
            String missing = missing(tool, settings);
            if (missing.isEmpty()) {
                box.tools.put(tool.name(), ready(tool, settings, http));
            } else {
                log.warn("unable to offer the tool \"{}\" of the bot \"{}\"; {}", tool.name(), bot, missing);
            }
        }
        return box;
    }

    private static Ready ready(HttpTool tool, ToolSettings settings, GuardedHttp http) {
        Map<String, String> headers = new HashMap<>();
        tool.headers()
                .forEach(
                        (name, value) -> headers.put(name, Placeholders.replaceVariables(value, settings.variables())));
        return new Ready(
                tool, new UrlTemplate(Placeholders.replaceVariables(tool.url(), settings.variables())), headers, http);
    }

    /** Why the tool cannot be used here, or empty. */
    private static String missing(HttpTool tool, ToolSettings settings) {
        List<String> texts = new ArrayList<>(tool.headers().values());
        texts.add(tool.url());
        for (String text : texts) {
            for (String name : Placeholders.variables(text)) {
                String value = settings.variables().apply(name);
                if (value == null || value.isBlank()) {
                    return "set " + name;
                }
            }
        }
        try {
            String url = Placeholders.replaceVariables(tool.url(), settings.variables());
            Origin origin = Origin.of(URI.create(url.replaceAll("\\{[^}]*}", "x")));
            return settings.origins().allow(origin)
                    ? ""
                    : "its origin " + origin + " is not among the allowed ones (deskhand.tools)";
        } catch (IllegalArgumentException e) {
            return "its address is not usable: " + e.getMessage();
        }
    }

    boolean isEmpty() {
        return tools.isEmpty();
    }

    Optional<Ready> find(String name) {
        return Optional.ofNullable(tools.get(name));
    }

    List<HttpTool> offered(CustomerContext customerContext) {
        return tools.values().stream()
                .filter(ready -> ready.isFor(customerContext))
                .map(Ready::tool)
                .toList();
    }
}

package io.deskhand.brain.tool;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code ${DESKHAND_TOOL_…}}, which the service's environment fills, and {@code {{customer.…}}}, which the customer's sign-in fills. */
public final class Placeholders {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern CUSTOMER = Pattern.compile("\\{\\{customer\\.([a-z_]+)}}");

    private Placeholders() {}

    /** Names of variables in the text. */
    public static Set<String> variables(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** The text with another in the place of each variable. */
    public static String replaceVariables(String text, Function<String, @Nullable String> values) {
        return replace(VARIABLE, text, name -> Optional.ofNullable(values.apply(name)))
                .orElse("");
    }

    /** The text with the customer's attributes; empty if one is unknown. */
    public static Optional<String> customer(String text, Map<String, String> attributes) {
        return replace(
                CUSTOMER,
                text,
                name -> Optional.ofNullable(attributes.get(name))
                        .filter(value -> value.chars().noneMatch(Character::isISOControl)));
    }

    private static Optional<String> replace(Pattern pattern, String text, Function<String, Optional<String>> values) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder replaced = new StringBuilder();
        while (matcher.find()) {
            Optional<String> value = values.apply(matcher.group(1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            matcher.appendReplacement(replaced, Matcher.quoteReplacement(value.get()));
        }
        matcher.appendTail(replaced);
        return Optional.of(replaced.toString());
    }
}

package io.deskhand.brain.bot;

import io.deskhand.brain.yaml.FileProblem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with {@code {{placeholders}}} and nothing else: no conditions, no loops, so that what the model reads can be read off the file. */
final class PromptTemplate {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(.*?)(}}|$)", Pattern.MULTILINE);

    private final String text;

    private PromptTemplate(String text) {
        this.text = text;
    }

    /**
     * @param firstLine the line of the file at which the text begins
     * @param known names that may appear between the braces
     * @param problems receives every other name
     */
    static PromptTemplate parse(
            String file, int firstLine, String text, Collection<String> known, List<FileProblem> problems) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1).strip();
            int line = firstLine
                    + (int) text.substring(0, matcher.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            if (matcher.group(2).isEmpty()) {
                problems.add(new FileProblem(file, line, "\"{{\" is not closed; write {{" + name + "}}, or one brace"));
            } else if (!known.contains(name)) {
                problems.add(new FileProblem(
                        file,
                        line,
                        "unknown placeholder \"" + name + "\"; "
                                + (known.isEmpty() ? "none is known here" : "use one of " + String.join(", ", known))));
            }
        }
        return new PromptTemplate(text);
    }

    /** @throws IllegalArgumentException if a placeholder has no value */
    String render(Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1).strip());
            if (value == null) {
                throw new IllegalArgumentException("unable to fill in \"" + match.group() + "\"; it has no value");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}

package io.deskhand.service.contract;

import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentFormatter;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Javadoc of our types, which the compiler keeps beside the classes, as descriptions in Markdown. */
final class Javadocs {

    private static final CommentFormatter FORMATTER = new CommentFormatter();

    private Javadocs() {}

    static void describe(Class<?> type, Schema<?> schema) {
        ClassJavadoc javadoc = RuntimeJavadoc.getJavadoc(type);
        schema.setDescription(text(javadoc.getComment()));
        javadoc.getRecordComponents().forEach(component -> {
            Schema<?> property = schema.getProperties().get(component.getName());
            if (property != null) {
                property.setDescription(text(component.getComment()));
            }
        });
    }

    /** What the type is, and a line for each constant that has something to say. */
    static void describeEnum(Class<?> type, Schema<?> schema) {
        String constants = Arrays.stream(type.getEnumConstants())
                .map(constant -> (Enum<?>) constant)
                .filter(constant -> text(RuntimeJavadoc.getJavadoc(constant).getComment()) != null)
                .map(constant -> "\n- `" + Json31.mapper().convertValue(constant, String.class) + "`: "
                        + text(RuntimeJavadoc.getJavadoc(constant).getComment()))
                .collect(Collectors.joining());
        String about = text(RuntimeJavadoc.getJavadoc(type).getComment());
        String all = ((about == null ? "" : about) + constants).strip();
        schema.setDescription(all.isEmpty() ? null : all);
    }

    private static @Nullable String text(Comment comment) {
        String text = markdown(FORMATTER.format(comment)).strip();
        return text.isEmpty() ? null : text;
    }

    static String markdown(String html) {
        return html.replaceAll("</?code>", "`")
                .replaceAll("\\{@link \\S+ (\\S+)}", "`$1`")
                .replaceAll("\\s*<p>\\s*", "\n\n");
    }
}

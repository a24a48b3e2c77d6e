package io.deskhand.service.contract;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;

/** What bean validation asks of a component, in a schema's words. */
final class Constraints {

    private Constraints() {}

    static void apply(AnnotatedElement component, Schema<?> schema) {
        Size size = component.getAnnotation(Size.class);
        if (size != null) {
            schema.setMaxLength(size.max());
        }
        Pattern pattern = component.getAnnotation(Pattern.class);
        // Java's own character classes are unknown to JSON Schema.
        if (pattern != null && !pattern.regexp().contains("\\p{")) {
            schema.setPattern("^" + pattern.regexp() + "$");
        }
        if (component.isAnnotationPresent(NotBlank.class)) {
            schema.setMinLength(1);
        }
    }
}

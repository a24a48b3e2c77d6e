package io.deskhand.service.contract;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names of schemas, one to one: a record has its simple name; an enum inside another data type has that type's name before its own. */
final class SchemaNames {

    private final Map<String, Class<?>> known = new ConcurrentHashMap<>();

    String of(Class<?> type) {
        io.swagger.v3.oas.annotations.media.Schema given =
                type.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        String name = given == null ? outer(type) + type.getSimpleName() : given.name();
        Class<?> other = known.putIfAbsent(name, type);
        if (other != null && !other.equals(type)) {
            throw new IllegalStateException("unable to describe " + type.getName() + "; " + other.getName()
                    + " has the same schema name, rename one");
        }
        return name;
    }

    private static String outer(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null || !type.isEnum() || outer.getSimpleName().endsWith("Controller")
                ? ""
                : outer.getSimpleName();
    }
}

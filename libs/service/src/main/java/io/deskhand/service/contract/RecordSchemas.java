package io.deskhand.service.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.deskhand.ticketing.id.IdFormat;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of our own types, as Jackson writes them: records, one-field records that are ids, enums, and sealed interfaces with a type property.
 *
 * <p>Every component of a record is required, since the services always write it; a {@code @Nullable} one may be null. {@link ServiceContract} relaxes this for request bodies.
 */
final class RecordSchemas implements ModelConverter {

    private static final String OURS = "io.deskhand.";

    private final SchemaNames names = new SchemaNames();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
        if (raw.getName().startsWith(OURS)) {
            if (isId(raw)) {
                return text().pattern(IdFormat.FORM);
            }
            if (raw.isEnum() || raw.isRecord() || raw.isAnnotationPresent(JsonTypeInfo.class)) {
                return named(raw, context);
            }
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getAccessor().isAnnotationPresent(JsonValue.class));
    }

    private Schema<?> named(Class<?> type, ModelConverterContext context) {
        String name = names.of(type);
        if (!context.getDefinedModels().containsKey(name)) {
            Schema<Object> schema = new JsonSchema();
            // Before its parts are looked at, which may refer to it.
            context.defineModel(name, schema, type, null);
            if (type.isEnum()) {
                describeEnum(schema, type);
            } else if (type.isRecord()) {
                describeRecord(schema, type, context);
            } else {
                describeUnion(schema, type, context);
            }
        }
        return new JsonSchema().$ref(name);
    }

    private static void describeEnum(Schema<Object> schema, Class<?> type) {
        schema.addType("string");
        Arrays.stream(type.getEnumConstants())
                .map(constant -> Json31.mapper().convertValue(constant, String.class))
                .forEach(schema::addEnumItemObject);
        Javadocs.describeEnum(type, schema);
    }

    private void describeRecord(Schema<?> schema, Class<?> type, ModelConverterContext context) {
        schema.addType("object");
        unions(type).forEach(union -> {
            Schema<Object> constant = text();
            constant.setConst(nameIn(union, type));
            schema.addProperty(property(union), constant);
            schema.addRequiredItem(property(union));
        });
        boolean nullsLeftOut = type.isAnnotationPresent(JsonInclude.class)
                && type.getAnnotation(JsonInclude.class).value() == JsonInclude.Include.NON_NULL;
        for (RecordComponent component : type.getRecordComponents()) {
            // A copy: the context gives the same schema to all that have the same type.
            Schema<?> property = AnnotationsUtils.clone(
                    context.resolve(new AnnotatedType(component.getGenericType()).resolveAsRef(true)), true);
            Constraints.apply(component.getAnnotatedType(), property);
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            schema.addProperty(component.getName(), nullable && !nullsLeftOut ? orNull(property) : property);
            if (!(nullable && nullsLeftOut)) {
                schema.addRequiredItem(component.getName());
            }
        }
        Javadocs.describe(type, schema);
    }

    private void describeUnion(Schema<?> schema, Class<?> type, ModelConverterContext context) {
        Discriminator discriminator = new Discriminator().propertyName(property(type));
        for (JsonSubTypes.Type part : type.getAnnotation(JsonSubTypes.class).value()) {
            Schema<?> reference = named(part.value(), context);
            schema.addOneOfItem(reference);
            discriminator.mapping(part.name(), reference.get$ref());
        }
        schema.setDiscriminator(discriminator);
        Javadocs.describe(type, schema);
    }

    /** The sealed interfaces that the record is part of in JSON. */
    private static Stream<Class<?>> unions(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .flatMap(above -> Stream.concat(Stream.of(above), unions(above)))
                .filter(above -> above.isAnnotationPresent(JsonTypeInfo.class));
    }

    private static String property(Class<?> union) {
        return union.getAnnotation(JsonTypeInfo.class).property();
    }

    private static String nameIn(Class<?> union, Class<?> type) {
        return Arrays.stream(union.getAnnotation(JsonSubTypes.class).value())
                .filter(part -> part.value().equals(type))
                .map(JsonSubTypes.Type::name)
                .findFirst()
                .orElseThrow();
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() == null) {
            schema.addType("null");
            return schema;
        }
        Schema<?> either = new JsonSchema();
        either.addAnyOfItem(schema);
        either.addAnyOfItem(new JsonSchema().typesItem("null"));
        return either;
    }

    /** Whether a property may be null. */
    static boolean mayBeNull(Schema<?> property) {
        List<Schema<?>> all = new ArrayList<>(List.of(property));
        if (property.getAnyOf() != null) {
            property.getAnyOf().forEach(all::add);
        }
        return all.stream()
                .anyMatch(one -> one.getTypes() != null && one.getTypes().contains("null"));
    }

    private static Schema<Object> text() {
        Schema<Object> schema = new JsonSchema();
        schema.addType("string");
        return schema;
    }
}

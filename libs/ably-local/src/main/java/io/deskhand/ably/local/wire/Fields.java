package io.deskhand.ably.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads optional fields of untrusted JSON. Null counts as absent, a wrong type is an Ably error. */
public final class Fields {

    private Fields() {}

    public static @Nullable JsonNode any(JsonNode parent, String name) {
        JsonNode value = parent.get(name);
        return value == null || value.isNull() ? null : value;
    }

    public static @Nullable String text(JsonNode parent, String name) {
        JsonNode value = any(parent, name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw Errors.badRequest("unable to read '" + name + "'; it must be a string");
        }
        return value.textValue();
    }

    public static @Nullable ObjectNode object(JsonNode parent, String name) {
        JsonNode value = any(parent, name);
        if (value == null) {
            return null;
        }
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw Errors.badRequest("unable to read '" + name + "'; it must be an object");
    }

    /** An integer written as a number or as a numeric string, as some SDKs do. */
    public static @Nullable Long integer(JsonNode parent, String name) {
        JsonNode value = any(parent, name);
        if (value == null) {
            return null;
        }
        if (value.isNumber() && (value.isIntegralNumber() ? value.canConvertToLong() : isWhole(value.doubleValue()))) {
            return value.longValue();
        }
        if (value.isTextual()) {
            try {
                return new BigDecimal(value.textValue().trim()).longValueExact();
            } catch (ArithmeticException | NumberFormatException e) {
                throw Errors.invalidParameter("unable to read '" + name + "'; it must be an integer");
            }
        }
        throw Errors.invalidParameter("unable to read '" + name + "'; it must be an integer");
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15;
    }

    public static int integer(JsonNode parent, String name, int fallback) {
        Long value = integer(parent, name);
        if (value == null) {
            return fallback;
        }
        if (value != value.intValue()) {
            throw Errors.invalidParameter("unable to read '" + name + "'; out of range");
        }
        return value.intValue();
    }

    /** Sets a field unless the value is absent. */
    public static void put(ObjectNode parent, String name, @Nullable String value) {
        if (value != null) {
            parent.put(name, value);
        }
    }

    /** Sets a field unless the value is absent. */
    public static void put(ObjectNode parent, String name, @Nullable JsonNode value) {
        if (value != null) {
            parent.set(name, value);
        }
    }
}

package io.deskhand.ably.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import java.time.Duration;

/** Faults as JSON: {@code {"fault": "delay", "atLeastMs": 10, "atMostMs": 50}}. */
public final class FaultReader {

    private FaultReader() {}

    /**
     * The fault that a JSON body describes.
     *
     * @throws AblyException 40003 when the fault or one of its values is invalid
     */
    public static ServerFault read(JsonNode body) {
        String name = body.isObject() ? Fields.text(body, "fault") : null;
        return switch (name == null ? "" : name) {
            case "drop" -> new ServerFault.Drop(text(body, "client"));
            case "dropAll" -> new ServerFault.DropAll();
            case "refuse" -> new ServerFault.Refuse(flag(body, "refusing"));
            case "delay" -> new ServerFault.Delay(millis(body, "atLeastMs"), millis(body, "atMostMs"));
            case "duplicate" -> new ServerFault.Duplicate(probability(body));
            case "loseState" -> new ServerFault.LoseState();
            case "slowDown" ->
                new ServerFault.SlowDown(text(body, "client"), Fields.integer(body, "bytesPerSecond", 0));
            case "failRequests" ->
                new ServerFault.FailRequests(
                        text(body, "pathPrefix"),
                        Fields.integer(body, "code", 50000),
                        status(body),
                        Fields.integer(body, "times", 1));
            case "freezePresence" -> new ServerFault.FreezePresence(flag(body, "frozen"));
            default -> throw Errors.invalidParameter("unable to read fault; unknown '" + name + "'");
        };
    }

    private static String text(JsonNode body, String field) {
        String value = Fields.text(body, field);
        if (value == null || value.isEmpty()) {
            throw Errors.invalidParameter("unable to read fault; '" + field + "' is missing");
        }
        return value;
    }

    private static boolean flag(JsonNode body, String field) {
        return body.path(field).asBoolean(true);
    }

    private static Duration millis(JsonNode body, String field) {
        return Duration.ofMillis(Math.max(0, Fields.integer(body, field, 0)));
    }

    private static double probability(JsonNode body) {
        double value = body.path("probability").asDouble(1);
        if (value < 0 || value > 1) {
            throw Errors.invalidParameter("unable to read fault; probability must lie between 0 and 1");
        }
        return value;
    }

    private static int status(JsonNode body) {
        int status = Fields.integer(body, "status", 500);
        if (status < 400 || status > 599) {
            throw Errors.invalidParameter("unable to read fault; status must lie between 400 and 599");
        }
        return status;
    }
}

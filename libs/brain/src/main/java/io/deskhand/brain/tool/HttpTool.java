package io.deskhand.brain.tool;

import io.deskhand.brain.CustomerContext.Trust;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool as the bot's file declares it (docs/tools.md). Immutable.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}
 * @param url template with places for arguments and for variables
 * @param headers values with places for variables and for the customer's attributes
 * @param timeout of one call
 * @param trust the least that the customer must have for it
 * @param confirm whether the customer is asked before it is done
 * @param confirmTexts what would be done, per language, with places for arguments
 * @param idempotencyHeader gets a key that is the same for the same call; the server honours it, so a call may be repeated. Null for none
 * @param redact paths of fields that are taken out of the result
 * @param maxResult bytes
 */
public record HttpTool(
        String name,
        String description,
        String method,
        String url,
        Map<String, String> headers,
        ArgumentSchema arguments,
        Duration timeout,
        Trust trust,
        boolean confirm,
        Map<String, String> confirmTexts,
        @Nullable String idempotencyHeader,
        List<String> redact,
        int maxResult) {

    public HttpTool {
        headers = Map.copyOf(headers);
        confirmTexts = Map.copyOf(confirmTexts);
        redact = List.copyOf(redact);
    }

    /** Whether a call may change something. */
    public boolean changes() {
        return !method.equals("GET");
    }

    /** Whether a call without a clear answer can be made again. */
    public boolean repeatable() {
        return !changes() || idempotencyHeader != null;
    }

    @Override
    public String toString() {
        return "HttpTool[" + name + "]";
    }
}

package io.deskhand.evals.cassette;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One answer of a model.
 *
 * @param key identity of the request in its case
 * @param trial counted from 1
 * @param role who asked: "bot"
 * @param ordinal number of the request within the play, counted from 1
 * @param request for reading, and for telling how a new request differs
 * @param events of the stream, in order
 * @param status HTTP status of a refusal; 200 otherwise
 * @param error why the stream broke off or was refused; null if it ended well
 */
record Recording(
        String key,
        int trial,
        String role,
        int ordinal,
        JsonNode request,
        List<Event> events,
        int status,
        @Nullable String error) {

    Recording {
        events = List.copyOf(events);
    }

    /** A server-sent event. */
    record Event(@Nullable String event, String data) {}
}

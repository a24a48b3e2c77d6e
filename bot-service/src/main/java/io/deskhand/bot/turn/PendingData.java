package io.deskhand.bot.turn;

import io.deskhand.brain.PendingCall;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.store.TicketQueries.Snapshot;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The call that a question of the bot waits for, as the log keeps it with the question: whoever runs the next turn finds it there, after a crash too. Agents see it, the room and the
 * customer's API do not (docs/api.md).
 */
final class PendingData {

    static final String KEY = "pending";

    private PendingData() {}

    static Map<String, Object> of(PendingCall call) {
        return Map.of("tool", call.tool(), "arguments", call.arguments(), "turn", call.turn());
    }

    /** The call that the bot's last words asked about, if nothing but the customer's answer has come after them; else null. */
    static @Nullable PendingCall in(Snapshot snapshot) {
        PendingCall pending = null;
        for (LogEntry entry : snapshot.entries()) {
            boolean customer = entry.author().role() == Role.CUSTOMER;
            if (entry.kind() == Kind.MARKER || entry.kind() == Kind.MESSAGE && !customer) {
                pending = read(entry.data().get(KEY));
            }
        }
        return pending;
    }

    private static @Nullable PendingCall read(@Nullable Object data) {
        return data instanceof Map<?, ?> call
                        && call.get("tool") instanceof String tool
                        && call.get("arguments") instanceof String arguments
                        && call.get("turn") instanceof Number turn
                ? new PendingCall(tool, arguments, turn.longValue())
                : null;
    }
}

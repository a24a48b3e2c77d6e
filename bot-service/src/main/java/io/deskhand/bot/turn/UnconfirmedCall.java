package io.deskhand.bot.turn;

import io.deskhand.brain.PendingCall;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.BotDecision.PendingToolCall;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.store.TicketQueries.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The tool call that waits for the customer's confirmation. The log keeps it with the bot's question, so the next turn finds it there, also after a crash. Agents see it, the
 * room and the customer's API do not (docs/api.md).
 */
final class UnconfirmedCall {

    private UnconfirmedCall() {}

    /** The call that the bot's last message asks about, if only the customer's answer has come after it; else null. */
    static @Nullable PendingCall in(Snapshot snapshot) {
        PendingCall pending = null;
        for (LogEntry entry : snapshot.entries()) {
            boolean customer = entry.author().role() == Role.CUSTOMER;
            if (entry.kind() == Kind.MARKER || entry.kind() == Kind.MESSAGE && !customer) {
                pending = read(entry.data());
            }
        }
        return pending;
    }

    private static @Nullable PendingCall read(@Nullable EntryData data) {
        return data instanceof BotDecision decision && decision.pending() instanceof PendingToolCall call
                ? new PendingCall(call.tool(), call.arguments(), call.turn())
                : null;
    }
}

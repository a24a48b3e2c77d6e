package io.deskhand.ticketing.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Citation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code metadata} of a message that the services publish to a room.
 *
 * @param citations absent for none
 * @param promptVersion the version of the bot's files, on its finished messages
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoomMetadata(
        @Nullable List<Citation> citations, @Nullable String promptVersion) {

    public RoomMetadata {
        citations = citations == null ? null : List.copyOf(citations);
    }

    public static RoomMetadata of(LogEntry entry) {
        List<Citation> citations = entry.citations();
        return new RoomMetadata(citations.isEmpty() ? null : citations, promptVersion(entry.data()));
    }

    private static @Nullable String promptVersion(@Nullable EntryData data) {
        return switch (data) {
            case BotDecision decision -> decision.promptVersion();
            case EntryData.Greeting greeting -> greeting.promptVersion();
            case null, default -> null;
        };
    }
}

package io.deskhand.ticketing.redis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskhand.ticketing.Command;
import io.deskhand.ticketing.Decision.Commit;
import io.deskhand.ticketing.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code commit.lua} is to do, as JSON; key numbers point into {@link #keys}.
 *
 * <p>The writes besides ticket and log are indexes: each is a function of the ticket, so a commit removes those of the ticket before and adds those of the ticket
 * after. That is why every queued ticket is in exactly one inbox and an agent's slots equal the tickets they own, by construction.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Plan(
        String command,
        String rev,
        @Nullable Seal seal,
        List<Entry> entries,
        List<Guard> guards,
        List<Write> writes,
        Event event) {

    /** Where commits are announced, as "ticket rev epoch status". A hint: nothing relies on its arrival. */
    static final String EVENTS = "desk:events";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String head,
            String text,
            @Nullable String serial,
            @Nullable Boolean skip,
            @Nullable Boolean customer) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Seal(@Nullable String turn, @Nullable Entry finish) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Guard(
            String kind,
            int key,
            @Nullable String field,
            @Nullable String limit,
            @Nullable String member) {}

    record Write(String call, int key, List<String> args) {}

    record Event(String channel, String ticket, String epoch, String status) {}

    /**
     * The plan, the keys that it names, and the ticket afterwards.
     *
     * @param json the ticket
     * @param ticket the fields of the ticket's hash, names and values in turns, the JSON among them
     */
    record Keyed(Plan plan, List<String> keys, String json, List<String> ticket) {}

    /** @param lease how long an agent counts as there after a sign of life */
    static Keyed of(
            @Nullable Ticket before, Command command, Commit commit, Instant now, Duration lease, EntryJson json) {
        return new Planner(commit.after(), now, json).build(before, command, commit, lease);
    }
}

package io.deskhand.chaos.check;

import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.EntryData.Claimed;
import io.deskhand.ticketing.log.EntryData.Reopened;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.view.AgentEntry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a ticket's log, as the agents' API gives it.
 *
 * @param agent the owner by a marker, or the author of a message; empty for others
 * @param serial its serial in the room; null until it is delivered
 */
public record Logged(
        long pos,
        long epoch,
        Kind kind,
        Role role,
        @Nullable EntryData data,
        String agent,
        String text,
        State state,
        long seq,
        @Nullable String serial) {

    public static Logged of(AgentEntry entry) {
        return new Logged(
                entry.pos(),
                entry.epoch(),
                entry.kind(),
                entry.author().role(),
                entry.data(),
                agent(entry),
                entry.text(),
                entry.state(),
                entry.seq(),
                entry.serial());
    }

    private static String agent(AgentEntry entry) {
        if (entry.data() instanceof Claimed claimed) {
            return claimed.agent().value();
        }
        if (entry.data() instanceof Reopened reopened && reopened.agent() != null) {
            return reopened.agent().value();
        }
        return entry.author().role() == Role.AGENT ? entry.author().id() : "";
    }

    public boolean isMessageOf(Role author) {
        return kind == Kind.MESSAGE && role == author;
    }

    /** Whether the services bring it into the room: a customer's message is there already. */
    public boolean isRelayed() {
        return role != Role.CUSTOMER && kind.goesToRoom();
    }

    /** Whether the ticket goes to an agent here: by a claim, or because it is opened again with the agent who had it. */
    public boolean isToAgent() {
        return isClaim() || (kind == Kind.MARKER && data instanceof Reopened && !agent.isEmpty());
    }

    public boolean isClaim() {
        return kind == Kind.MARKER && data instanceof Claimed;
    }

    /** What a marker says has happened, such as CLAIMED, for people to read; empty for others. */
    public String event() {
        return kind == Kind.MARKER && data != null
                ? data.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                        .toUpperCase(Locale.ROOT)
                : "";
    }
}

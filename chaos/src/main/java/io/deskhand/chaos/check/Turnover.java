package io.deskhand.chaos.check;

import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.EntryData.HandedBack;
import io.deskhand.ticketing.log.EntryData.Reopened;
import io.deskhand.ticketing.log.EntryData.Returned;
import io.deskhand.ticketing.log.LogEntry.Kind;
import org.jspecify.annotations.Nullable;

/** Whether the bot may speak at a point of the log. It may from the opening until the queue or an agent has the ticket, and again after a boundary. */
final class Turnover {

    private boolean botMaySpeak = true;
    private String since = "the opening";

    /** Moves past an entry. */
    void pass(Logged entry) {
        if (entry.kind() == Kind.MARKER) {
            turn(isToBot(entry.data()) && !entry.isToAgent(), entry.event() + " at position " + entry.pos());
        } else if (entry.kind() == Kind.PACKET) {
            turn(false, "the escalation at position " + entry.pos());
        }
    }

    private static boolean isToBot(@Nullable EntryData event) {
        return event instanceof Reopened || event instanceof HandedBack || event instanceof Returned;
    }

    private void turn(boolean toBot, String why) {
        botMaySpeak = toBot;
        since = why;
    }

    boolean botMaySpeak() {
        return botMaySpeak;
    }

    String since() {
        return since;
    }
}

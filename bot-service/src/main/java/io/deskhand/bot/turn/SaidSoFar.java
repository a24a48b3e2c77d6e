package io.deskhand.bot.turn;

import io.deskhand.brain.TurnRequest.Speaker;
import io.deskhand.brain.TurnRequest.Utterance;
import io.deskhand.ticketing.LogEntry;
import io.deskhand.ticketing.LogEntry.Kind;
import io.deskhand.ticketing.LogEntry.State;
import java.util.ArrayList;
import java.util.List;

/**
 * What a turn may know of a ticket: what was said since the last boundary (I24), the greeting left out. A handoff is an event in the log, never an instruction to the bot.
 */
public final class SaidSoFar {

    private SaidSoFar() {}

    public static List<Utterance> of(List<LogEntry> entries) {
        List<Utterance> said = new ArrayList<>();
        for (LogEntry entry : entries) {
            if (entry.kind() == Kind.MARKER) {
                said.clear();
            } else if (entry.kind() == Kind.MESSAGE && entry.state() != State.STREAMING && !isGreeting(entry)) {
                said.add(new Utterance(speaker(entry), entry.text()));
            }
        }
        return said;
    }

    private static boolean isGreeting(LogEntry entry) {
        return entry.pos() == 1 && entry.author().role() == LogEntry.Author.Role.BOT;
    }

    private static Speaker speaker(LogEntry entry) {
        return switch (entry.author().role()) {
            case CUSTOMER -> Speaker.CUSTOMER;
            case AGENT -> Speaker.AGENT;
            case BOT, SYSTEM -> Speaker.BOT;
        };
    }
}

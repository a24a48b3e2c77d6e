package io.deskhand.bot.turn;

import io.deskhand.brain.TurnRequest.Speaker;
import io.deskhand.brain.TurnRequest.Utterance;
import io.deskhand.ticketing.log.EntryData.HandedBack;
import io.deskhand.ticketing.log.EntryData.Returned;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.store.TicketQueries.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The history that a turn reads: the messages since the last boundary entry, and unanswered customer messages from before it (I24). After a hand back it begins with the
 * human transcript and the agent's note. The greeting is left out. A boundary entry is an event in the log, never an instruction to the bot.
 */
public final class DialogueHistory {

    private DialogueHistory() {}

    public static List<Utterance> of(Snapshot snapshot) {
        long answered = snapshot.ticket().answeredPos();
        List<Utterance> said = new ArrayList<>();
        List<Utterance> unanswered = new ArrayList<>();
        for (LogEntry entry : snapshot.entries()) {
            if (entry.kind() == Kind.MARKER) {
                said.clear();
                if (entry.data() instanceof HandedBack back) {
                    Stream.of(back.summary(), back.note())
                            .filter(text -> !text.isBlank())
                            .forEach(text -> said.add(new Utterance(Speaker.AGENT, text)));
                }
                said.addAll(unanswered);
            } else if (entry.kind() == Kind.MESSAGE && entry.state() != State.STREAMING && !isGreeting(entry)) {
                Utterance words = new Utterance(speaker(entry), entry.text());
                said.add(words);
                if (entry.author().role() == Role.CUSTOMER && entry.pos() > answered) {
                    unanswered.add(words);
                }
            }
        }
        // A cut answer to the messages that this turn answers is left out: the dialogue ends with the customer's
        // question.
        while (!unanswered.isEmpty() && said.getLast().speaker() == Speaker.BOT) {
            said.removeLast();
        }
        return said;
    }

    /** Whether the newest boundary entry is a hand back or a return. */
    public static boolean isGivenBack(Snapshot snapshot) {
        return snapshot.entries().reversed().stream()
                .filter(entry -> entry.kind() == Kind.MARKER)
                .findFirst()
                .filter(marker -> marker.data() instanceof HandedBack || marker.data() instanceof Returned)
                .isPresent();
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

package io.deskhand.bot.turn;

import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.store.TicketQueries.Snapshot;
import io.deskhand.ticketing.ticket.HumanReview;
import java.util.ArrayList;
import java.util.List;

/** What colleagues have told the bot and no answer has heeded yet (G18 in docs/handoff.md), each with what it refers to. */
final class ColleaguesWords {

    private ColleaguesWords() {}

    static List<String> of(Snapshot snapshot) {
        HumanReview review = snapshot.ticket().review();
        List<String> words = new ArrayList<>();
        String asked = "";
        String proposed = "";
        for (LogEntry entry : snapshot.entries()) {
            Object event = entry.data().getOrDefault("event", "");
            if (entry.kind() == Kind.PROPOSAL) {
                proposed = entry.text();
            } else if ("ASKED".equals(event)) {
                asked = entry.text();
            } else if (entry.data().get("word") instanceof Number number
                    && number.longValue() > review.guidanceApplied()
                    && number.longValue() <= review.guidanceGiven()) {
                words.add(word(event, entry.text(), asked, proposed));
            }
        }
        return words;
    }

    private static String word(Object event, String text, String asked, String proposed) {
        return switch (String.valueOf(event)) {
            case "REJECTED" -> "You proposed \"" + proposed + "\", which was not approved: " + text;
            case "ANSWERED" -> "You asked \"" + asked + "\", and a colleague answers: " + text;
            case "UNANSWERED" ->
                "You asked \"" + asked + "\", and nobody has answered. The customer knows; answer what you can without"
                        + " it, and offer a person.";
            default -> text;
        };
    }
}

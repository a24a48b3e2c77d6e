package io.deskhand.bot.turn;

import io.deskhand.ticketing.log.EntryData.Guidance;
import io.deskhand.ticketing.log.EntryData.Proposal;
import io.deskhand.ticketing.log.EntryData.Question;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.store.TicketQueries.Snapshot;
import io.deskhand.ticketing.ticket.HumanReview;
import java.util.ArrayList;
import java.util.List;

/** The guidance that no answer has taken into account yet (G18 in docs/handoff.md), each with what it refers to. */
final class AgentGuidance {

    private AgentGuidance() {}

    static List<String> of(Snapshot snapshot) {
        HumanReview review = snapshot.ticket().review();
        List<String> words = new ArrayList<>();
        String asked = "";
        String proposed = "";
        for (LogEntry entry : snapshot.entries()) {
            switch (entry.data()) {
                case Proposal proposal -> proposed = entry.text();
                case Question question -> asked = entry.text();
                case Guidance guidance
                when guidance.number() > review.guidanceApplied() && guidance.number() <= review.guidanceGiven() ->
                    words.add(word(guidance.source(), entry.text(), asked, proposed));
                case null, default -> {}
            }
        }
        return words;
    }

    private static String word(Guidance.Source source, String text, String asked, String proposed) {
        return switch (source) {
            case WHISPER -> text;
            case REJECTION -> "You proposed \"" + proposed + "\", which was not approved: " + text;
            case ANSWER -> "You asked \"" + asked + "\", and a colleague answers: " + text;
            case UNANSWERED ->
                "You asked \"" + asked + "\", and nobody has answered. The customer knows; answer what you can without"
                        + " it, and offer a person.";
        };
    }
}

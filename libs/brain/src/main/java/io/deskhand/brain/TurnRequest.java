package io.deskhand.brain;

import java.time.Instant;
import java.util.List;

/**
 * All that a turn may know.
 *
 * @param ticket ticket id, for records and idempotency keys
 * @param turn the turn's number within the ticket: the log position of the newest customer message
 * @param dialogue what was said since the last boundary, oldest first, ending with the customer's message(s) to answer
 * @param language BCP 47 tag of the customer's language as far as known, such as "en"
 * @param now the time of the turn
 * @param guidance what colleagues tell the bot, and the bot alone, for this answer, oldest first; to be trusted, unlike the dialogue
 */
public record TurnRequest(
        String ticket, long turn, List<Utterance> dialogue, String language, Instant now, List<String> guidance) {

    public TurnRequest {
        dialogue = List.copyOf(dialogue);
        guidance = List.copyOf(guidance);
    }

    /** A turn that nobody guides. */
    public TurnRequest(String ticket, long turn, List<Utterance> dialogue, String language, Instant now) {
        this(ticket, turn, dialogue, language, now, List.of());
    }

    /** One message of the dialogue. */
    public record Utterance(Speaker speaker, String text) {}

    public enum Speaker {
        CUSTOMER,
        BOT,
        AGENT
    }
}

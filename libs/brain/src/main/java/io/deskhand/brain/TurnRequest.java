package io.deskhand.brain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a turn may know.
 *
 * @param ticket ticket id, for records and idempotency keys
 * @param turn the turn's number within the ticket: the log position of the newest customer message
 * @param dialogue what was said since the last boundary, oldest first, ending with the customer's message(s) to answer
 * @param language BCP 47 tag of the customer's language as far as known, such as "en"
 * @param now the time of the turn
 * @param asker the customer
 * @param pending the call that the bot's last words asked the customer to confirm; null if they asked for none
 */
public record TurnRequest(
        String ticket,
        long turn,
        List<Utterance> dialogue,
        String language,
        Instant now,
        Asker asker,
        @Nullable PendingCall pending) {

    public TurnRequest {
        dialogue = List.copyOf(dialogue);
    }

    /** A turn of a stranger, with nothing to confirm. */
    public TurnRequest(String ticket, long turn, List<Utterance> dialogue, String language, Instant now) {
        this(ticket, turn, dialogue, language, now, Asker.STRANGER, null);
    }

    /** One message of the dialogue. */
    public record Utterance(Speaker speaker, String text) {}

    public enum Speaker {
        CUSTOMER,
        BOT,
        AGENT
    }
}

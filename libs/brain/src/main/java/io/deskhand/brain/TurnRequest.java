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
 * @param customer id of the customer, whose budget the turn takes from; empty when it is not known
 * @param customerContext who the customer is, as far as known
 * @param givenBack whether the matter was with people, and they or the customer gave it back to the bot. Rules that escalate at once do not apply then
 * @param guidance agent guidance for this answer, which only the bot sees, oldest first; trusted, unlike the dialogue
 * @param pending the tool call that the bot's last message asked the customer to confirm; null if none
 */
public record TurnRequest(
        String ticket,
        long turn,
        List<Utterance> dialogue,
        String language,
        Instant now,
        String customer,
        CustomerContext customerContext,
        boolean givenBack,
        List<String> guidance,
        @Nullable PendingCall pending) {

    public TurnRequest {
        dialogue = List.copyOf(dialogue);
        guidance = List.copyOf(guidance);
    }

    /** A turn of an anonymous customer, without agents' part and without guidance. */
    public TurnRequest(String ticket, long turn, List<Utterance> dialogue, String language, Instant now) {
        this(ticket, turn, dialogue, language, now, "", CustomerContext.ANONYMOUS, false, List.of(), null);
    }

    public TurnRequest withCustomer(String newCustomer) {
        return new TurnRequest(
                ticket, turn, dialogue, language, now, newCustomer, customerContext, givenBack, guidance, pending);
    }

    public TurnRequest withCustomerContext(CustomerContext newContext) {
        return new TurnRequest(
                ticket, turn, dialogue, language, now, customer, newContext, givenBack, guidance, pending);
    }

    public TurnRequest withGivenBack(boolean newGivenBack) {
        return new TurnRequest(
                ticket, turn, dialogue, language, now, customer, customerContext, newGivenBack, guidance, pending);
    }

    public TurnRequest withGuidance(List<String> newGuidance) {
        return new TurnRequest(
                ticket, turn, dialogue, language, now, customer, customerContext, givenBack, newGuidance, pending);
    }

    public TurnRequest withPending(@Nullable PendingCall newPending) {
        return new TurnRequest(
                ticket, turn, dialogue, language, now, customer, customerContext, givenBack, guidance, newPending);
    }

    /** One message of the dialogue. */
    public record Utterance(Speaker speaker, String text) {}

    public enum Speaker {
        CUSTOMER,
        BOT,
        AGENT
    }
}

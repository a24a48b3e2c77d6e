package io.deskhand.brain;

import io.deskhand.brain.TurnRequest.Speaker;
import io.deskhand.brain.TurnRequest.Utterance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays a dialogue against a brain and keeps what the customer saw. */
public final class Turns {

    private final Brain brain;
    private final String language;
    private final List<Utterance> dialogue = new ArrayList<>();
    private final List<String> pieces = new ArrayList<>();
    private final List<String> guidance = new ArrayList<>();
    private CustomerContext customerContext = CustomerContext.ANONYMOUS;
    private @Nullable PendingCall pending;

    public Turns(Brain brain, String language) {
        this.brain = brain;
        this.language = language;
    }

    /** What colleagues tell the brain for its next answers. */
    public Turns guidedBy(String word) {
        guidance.add(word);
        return this;
    }

    /** Who speaks from now on. */
    public Turns as(CustomerContext customer) {
        customerContext = customer;
        return this;
    }

    /** The customer says something (or several things at once) and the brain decides; what it says becomes part of the dialogue. */
    public TurnDecision say(String... messages) {
        for (String message : messages) {
            dialogue.add(new Utterance(Speaker.CUSTOMER, message));
        }
        pieces.clear();
        try {
            TurnDecision decision = brain.answer(
                    new TurnRequest(
                                    "ticket-1",
                                    dialogue.size(),
                                    dialogue,
                                    language,
                                    Instant.parse("2026-03-02T09:30:00Z"))
                            .withGuidance(guidance)
                            .withCustomerContext(customerContext)
                            .withPending(pending),
                    pieces::add);
            pending = decision instanceof TurnDecision.Clarify clarify ? clarify.pending() : null;
            if (!decision.text().isEmpty()) {
                dialogue.add(new Utterance(Speaker.BOT, decision.text()));
            }
            return decision;
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupted", e);
        }
    }

    /** The pieces that were streamed in the last turn. */
    public List<String> pieces() {
        return pieces;
    }

    /** What the customer saw streamed in the last turn. */
    public String seen() {
        return String.join("", pieces);
    }
}

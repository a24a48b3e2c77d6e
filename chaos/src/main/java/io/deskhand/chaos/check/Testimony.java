package io.deskhand.chaos.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers that customers and agents received. Without an answer, or after an error, a command may have taken effect or not. */
public record Testimony(
        List<CustomerSent> sent,
        List<ClaimWon> claims,
        List<ClaimLost> lost,
        List<AgentSent> answers,
        List<Escalated> escalations) {

    public Testimony {
        sent = List.copyOf(sent);
        claims = List.copyOf(claims);
        lost = List.copyOf(lost);
        answers = List.copyOf(answers);
        escalations = List.copyOf(escalations);
    }

    /**
     * A customer published a message.
     *
     * @param localId what the customer's client calls it; it is in the message's metadata
     * @param serial the room's answer; null over the realtime connection, or without an answer
     */
    public record CustomerSent(
            String ticket,
            String localId,
            String text,
            boolean acknowledged,
            @Nullable String serial) {}

    /** A claim, or a message that is one, was answered with success and the agent as the owner at this epoch. */
    public record ClaimWon(String ticket, String agent, long epoch) {}

    /** A claim was refused because another agent has the ticket. */
    public record ClaimLost(String ticket, String agent, String winner) {}

    /**
     * An agent wrote a message.
     *
     * @param text unique in the run
     * @param pos its position in the log by the answer; 0 without an answer
     */
    public record AgentSent(String ticket, String agent, String text, long pos) {
        public boolean acknowledged() {
            return pos > 0;
        }
    }

    /** Asking for a person by the button was answered with success. */
    public record Escalated(String ticket) {}
}

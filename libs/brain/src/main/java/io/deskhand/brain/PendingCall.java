package io.deskhand.brain;

/**
 * A tool's call that the bot has asked the customer to confirm. The service keeps it with the question and gives it to the next turn, so that a crash between the two loses nothing.
 *
 * @param tool the tool's name
 * @param arguments a JSON object
 * @param turn the turn that asked; names the call in its idempotency key, whichever turn makes it
 */
public record PendingCall(String tool, String arguments, long turn) {

    /** Omits the arguments, which may identify the customer. */
    @Override
    public String toString() {
        return "PendingCall[" + tool + ", turn " + turn + "]";
    }
}

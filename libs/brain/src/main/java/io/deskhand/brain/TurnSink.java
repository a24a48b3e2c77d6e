package io.deskhand.brain;

/** Where a turn's text goes while it is being written. Called from the thread of {@link Brain#answer} alone. */
public interface TurnSink {

    /**
     * Shows more of the answer.
     *
     * @param delta the next piece, not empty; the pieces joined are the text so far
     * @return false when the turn has been cut (someone claimed the ticket): stop
     */
    boolean text(String delta);

    /** Reports a tool call to observers; the customer does not see it. */
    default void toolCall(String tool) {}

    /**
     * Asked right before a tool is called that changes something.
     *
     * @return false when the turn has been cut: leave it
     */
    default boolean mayAct() {
        return true;
    }
}

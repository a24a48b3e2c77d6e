package io.deskhand.brain.internal.turn;

import io.deskhand.brain.TurnSink;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends a finished text in pieces of a few words, so that the customer sees it grow. */
public final class Streaming {

    private static final Pattern PIECE = Pattern.compile("(?:\\S+\\s*){1,5}|\\s+");

    private Streaming() {}

    /**
     * @return false if the sink cut the turn
     * @throws InterruptedException if the thread was interrupted: the turn has been cut
     */
    public static boolean send(String text, TurnSink sink) throws InterruptedException {
        Matcher pieces = PIECE.matcher(text);
        while (pieces.find()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the turn was cut");
            }
            if (!sink.text(pieces.group())) {
                return false;
            }
        }
        return true;
    }
}

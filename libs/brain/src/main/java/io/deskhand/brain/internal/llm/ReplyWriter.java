package io.deskhand.brain.internal.llm;

import io.deskhand.brain.TurnSink;

/** Writes the reply of a turn to its sink. Text goes out at once, except whitespace, which waits for the next word. For one thread. */
final class ReplyWriter {

    private final TurnSink sink;
    private final StringBuilder written = new StringBuilder();
    private boolean cut;

    ReplyWriter(TurnSink sink) {
        this.sink = sink;
    }

    /**
     * Writes more text. Whitespace before the first word is left out.
     *
     * @return false when the turn has been cut
     */
    boolean write(String text) throws InterruptedException {
        String piece = written.isEmpty() ? text.stripLeading() : text;
        String words = piece.stripTrailing();
        if (cut || words.isEmpty()) {
            return !cut;
        }
        written.append(words);
        if (Thread.interrupted()) {
            throw new InterruptedException("the turn was cut");
        }
        cut = !sink.text(words);
        return !cut;
    }

    boolean isEmpty() {
        return written.isEmpty();
    }

    boolean isCut() {
        return cut;
    }

    void toolCall(String tool) {
        sink.toolCall(tool);
    }

    /** Returns whether the turn may still change something outside. */
    boolean mayAct() {
        cut = cut || !sink.mayAct();
        return !cut;
    }

    String text() {
        return written.toString();
    }
}

package io.deskhand.evals.report;

import io.deskhand.evals.transcript.Transcript;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;

/** Prints the progress of a run on one line of a terminal; nothing elsewhere. */
public final class ProgressLine implements Consumer<Transcript> {

    private final PrintStream terminal;
    private final boolean shown;
    private final int total;
    private int done;

    public ProgressLine(PrintStream terminal, boolean shown, int total) {
        this.terminal = terminal;
        this.shown = shown;
        this.total = total;
    }

    @Override
    public void accept(Transcript transcript) {
        done++;
        if (shown) {
            String id = transcript.caseId();
            String line = String.format(Locale.ROOT, "\r%4d/%d  %-40.40s", done, total, id);
            terminal.print(done == total ? "\r" + " ".repeat(line.length()) + "\r" : line);
            terminal.flush();
        }
    }
}

package io.deskhand.chaos;

import java.io.PrintWriter;
import java.util.Locale;

/** Prints what happens while it happens, with the time since the run began. */
final class RunLog {

    private final PrintWriter out;
    private volatile long began = System.nanoTime();

    RunLog(PrintWriter out) {
        this.out = out;
    }

    /** The time counts from now. */
    void begin() {
        began = System.nanoTime();
    }

    String time() {
        return String.format(Locale.ROOT, "%6.1f s", (System.nanoTime() - began) / 1e9);
    }

    synchronized void say(String what) {
        out.println("[" + time() + "] " + what);
        out.flush();
    }
}

package io.deskhand.chaos.check;

import java.util.Set;

/** How an entry of the log moves the right to speak: the bot has it from the opening, loses it to the queue or an agent, and gets it back at a boundary. */
final class Turnover {

    /** Events of markers that give a ticket to its bot. */
    private static final Set<String> TO_BOT = Set.of("REOPENED", "HANDED_BACK", "RETURNED");

    private boolean botMaySpeak = true;
    private String since = "the opening";

    /** Takes note of an entry. */
    void pass(Logged entry) {
        if (entry.kind().equals("MARKER")) {
            turn(TO_BOT.contains(entry.event()) && !entry.isToAgent(), entry.event() + " at position " + entry.pos());
        } else if (entry.kind().equals("PACKET")) {
            turn(false, "the escalation at position " + entry.pos());
        }
    }

    private void turn(boolean toBot, String why) {
        botMaySpeak = toBot;
        since = why;
    }

    boolean botMaySpeak() {
        return botMaySpeak;
    }

    String since() {
        return since;
    }
}

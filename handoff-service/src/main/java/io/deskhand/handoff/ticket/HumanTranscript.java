package io.deskhand.handoff.ticket;

import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.log.LogEntry.Kind;
import java.util.ArrayList;
import java.util.List;

/** Transcript of the messages while people had the ticket, for the bot that continues (I24): the newest ones that fit. */
final class HumanTranscript {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_LINE = 500;

    private HumanTranscript() {}

    static String summary(List<LogEntry> entries) {
        List<String> lines = new ArrayList<>();
        int length = 0;
        for (LogEntry entry : entries.reversed()) {
            if (entry.author().role() == Role.BOT || isBoundary(entry)) {
                break;
            }
            if (entry.kind() == Kind.MESSAGE) {
                String line = line(entry);
                length += line.length() + 1;
                if (length > LONGEST) {
                    break;
                }
                lines.addFirst(line);
            }
        }
        return String.join("\n", lines);
    }

    private static boolean isBoundary(LogEntry entry) {
        return entry.kind() == Kind.PACKET || entry.data() instanceof EntryData.Reopened;
    }

    private static String line(LogEntry entry) {
        String who = entry.author().role() == Role.CUSTOMER
                ? "Customer"
                : entry.author().name();
        String text = entry.text().strip().replaceAll("\\s+", " ");
        return who + ": " + (text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE - 1) + "…");
    }
}

package io.deskhand.chaos.check;

import io.deskhand.ticketing.ticket.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The final state of one ticket.
 *
 * @param customerWaits whether the ticket itself says that a customer message is unanswered
 * @param dueAt when its next move is due; null once resolved
 * @param log in order of position
 * @param room all versions of all messages, in the order in which they were published: what a viewer received, in order
 * @param present client ids of those who are in the room
 */
public record Story(
        String ticket,
        String customer,
        Status status,
        String owner,
        long epoch,
        boolean customerWaits,
        @Nullable Instant dueAt,
        List<Logged> log,
        List<Shown> room,
        Set<String> present) {

    private static final int AROUND = 5;
    private static final int WORDS = 60;

    public Story {
        log = log.stream().sorted(Comparator.comparingLong(Logged::pos)).toList();
        room = room.stream().sorted(Comparator.comparing(Shown::version)).toList();
        present = Set.copyOf(present);
    }

    public boolean isOpen() {
        return status.open();
    }

    boolean takesSlotOf(String agent) {
        return owner.equals(agent) && (status == Status.HUMAN || status == Status.OFFERED);
    }

    /** The newest version of each message in the room, in the order of their serials. */
    public List<Shown> messages() {
        Map<String, Shown> newest = new LinkedHashMap<>();
        room.forEach(version -> newest.put(version.serial(), version));
        return newest.values().stream()
                .sorted(Comparator.comparing(Shown::serial))
                .toList();
    }

    public Optional<Logged> at(long pos) {
        return log.stream().filter(entry -> entry.pos() == pos).findFirst();
    }

    /** The log around a position, one line an entry, for a person to read. */
    public String around(long pos) {
        StringBuilder told =
                new StringBuilder("ticket " + ticket + ", " + status + " of " + owner + ", epoch " + epoch);
        log.stream()
                .filter(entry -> Math.abs(entry.pos() - pos) <= AROUND)
                .forEach(entry -> told.append(System.lineSeparator()).append(line(entry, entry.pos() == pos)));
        return told.toString();
    }

    private static String line(Logged entry, boolean marked) {
        String text = entry.text().replaceAll("\\s+", " ");
        return "%s %3d  epoch %d  %-8s %-8s %-9s seq %-3d %s  %s%s"
                .formatted(
                        marked ? ">" : " ",
                        entry.pos(),
                        entry.epoch(),
                        entry.kind(),
                        entry.agent().isEmpty() ? entry.role() : entry.agent(),
                        entry.state(),
                        entry.seq(),
                        entry.serial() == null ? "not in the room" : entry.serial(),
                        entry.event().isEmpty() ? "" : entry.event() + " ",
                        text.length() <= WORDS ? text : text.substring(0, WORDS - 1) + "…");
    }
}

package io.deskhand.bench.tickets;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.store.Tickets.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;

/**
 * One thread's tickets, in which customer and agent talk, and the answers to its commits. Every message has a text of its own, so that it can be found in the log. For one
 * thread at a time.
 */
final class CrashWriter {

    private static final int TICKETS = 5;
    private static final int REPEATS = 5;
    /** How long one command is repeated while Redis is away. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Store store;
    private final List<TicketId> talking = new ArrayList<>();
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private long unanswered;

    /**
     * A commit that was answered.
     *
     * @param pos its entry's position in the log
     * @param at nanoseconds on the clock of {@link System#nanoTime}
     */
    private record Acknowledged(TicketId ticket, Command command, String words, long pos, long at) {}

    /**
     * What became of the commits.
     *
     * @param acknowledged how many were answered
     * @param lost how many of them are not in the log, at their position
     * @param lostMillis milliseconds from the answer to the first of the lost ones until the kill; 0 if none is lost
     * @param unanswered how many were written before the crash but answered only when repeated after it
     * @param doubled entries that are in the log twice, and repeats whose answer differs from the first one
     */
    record Result(long acknowledged, long lost, double lostMillis, long unanswered, long doubled) {}

    CrashWriter(Store store, String name) {
        this.store = store;
        for (int i = 0; i < TICKETS; i++) {
            TicketId ticket = new TicketId("crash-" + name + "-" + i);
            store.execute(ticket, Commands.open(ticket));
            store.execute(ticket, Commands.claim(Commands.ANNA));
            talking.add(ticket);
        }
    }

    /** In turns: the customer says something, the agent says something. Returns once it is acknowledged, after as many attempts as that takes. */
    void commit() {
        long number = acknowledged.size();
        TicketId ticket = talking.get((int) (number / 2 % TICKETS));
        String words = Commands.WORDS + " (" + number + ")";
        Command command = number % 2 == 0 ? Commands.customerSays(number, words) : Commands.agentSays(number, words);
        Outcome.Done done = untilAnswered(ticket, command);
        if (!done.now()) {
            unanswered++;
        }
        acknowledged.add(new Acknowledged(ticket, command, words, position(done, words), System.nanoTime()));
    }

    private Outcome.Done untilAnswered(TicketId ticket, Command command) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return store.outcome(ticket, command);
            } catch (DataAccessException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    private static long position(Outcome.Done done, String words) {
        return done.entries().stream()
                .filter(entry -> entry.text().equals(words))
                .mapToLong(LogEntry::pos)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unable to measure; an answer lacks its entry"));
    }

    /**
     * Looks for everything acknowledged, then repeats the newest commands that are not lost, and looks for duplicates in the log.
     *
     * @param killedAt nanoseconds on the clock of {@link System#nanoTime}
     */
    Result check(long killedAt) {
        Map<TicketId, Map<Long, String>> logs = talking.stream().collect(Collectors.toMap(id -> id, this::messages));
        List<Acknowledged> lost = new ArrayList<>();
        List<Acknowledged> kept = new ArrayList<>();
        for (Acknowledged commit : acknowledged) {
            Map<Long, String> log = logs.getOrDefault(commit.ticket(), Map.of());
            (commit.words().equals(log.get(commit.pos())) ? kept : lost).add(commit);
        }
        double oldest = lost.isEmpty() ? 0 : (killedAt - lost.getFirst().at()) / 1e6;
        return new Result(acknowledged.size(), lost.size(), oldest, unanswered, misrepeated(kept) + doubled());
    }

    private long misrepeated(List<Acknowledged> kept) {
        return kept.reversed().stream()
                .limit(REPEATS)
                .filter(commit -> {
                    Outcome.Done repeated = store.outcome(commit.ticket(), commit.command());
                    return repeated.now() || position(repeated, commit.words()) != commit.pos();
                })
                .count();
    }

    private long doubled() {
        return talking.stream()
                .map(this::messages)
                .mapToLong(log -> log.size() - log.values().stream().distinct().count())
                .sum();
    }

    private Map<Long, String> messages(TicketId ticket) {
        return store.tickets.snapshot(ticket).orElseThrow().entries().stream()
                .filter(entry -> entry.kind() == Kind.MESSAGE)
                .collect(Collectors.toMap(LogEntry::pos, LogEntry::text));
    }
}

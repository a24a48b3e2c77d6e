package io.deskhand.ticketing.redis;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.rules.TicketDecision.Commit;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code commit.lua} is to do; the numbers of keys count from 1 in {@link #keys}.
 *
 * <p>The other writes are indexes, each a function of the ticket. A commit removes those of the ticket before and adds those of the ticket after. That is why every
 * queued ticket is in exactly one inbox and an agent's slots equal the tickets they own, by construction.
 *
 * @param json the ticket afterwards
 * @param ticket the fields of the ticket's hash afterwards, names and values alternating, including the JSON
 */
record Plan(
        String command,
        long rev,
        @Nullable Seal seal,
        List<Guard> guards,
        List<Entry> entries,
        String json,
        List<String> ticket,
        List<Write> writes,
        Event event,
        List<String> keys) {

    /** Where commits are announced, as "ticket rev epoch status". A hint: nothing relies on its arrival. */
    static final String EVENTS = "desk:events";

    record Entry(String head, String text, @Nullable String serial, boolean leave, boolean customer) {

        void args(Consumer<String> to) {
            to.accept(head);
            to.accept(text);
            to.accept(serial == null ? "" : serial);
            to.accept(leave ? "LEAVE" : "");
            to.accept(customer ? "CUSTOMER" : "");
        }
    }

    /** How the open draft ends: with a turn's final text, or cut. */
    record Seal(@Nullable String turn, @Nullable Entry finish) {

        void args(Consumer<String> to) {
            if (turn == null || finish == null) {
                to.accept("CUT");
            } else {
                to.accept("FINISH");
                to.accept(turn);
                to.accept(finish.head());
                to.accept(finish.text());
            }
        }
    }

    record Guard(String kind, int key, String field, String limit, String member) {

        void args(Consumer<String> to) {
            to.accept(kind);
            to.accept(String.valueOf(key));
            to.accept(field);
            to.accept(limit);
            to.accept(member);
        }
    }

    record Write(String call, int key, List<String> args) {

        void args(Consumer<String> to) {
            to.accept(call);
            to.accept(String.valueOf(key));
            to.accept(String.valueOf(args.size()));
            args.forEach(to);
        }
    }

    record Event(String ticket, String epoch, String status) {}

    /** @param lease how long an agent counts as present after a heartbeat */
    static Plan of(
            @Nullable Ticket before, Command command, Commit commit, Instant now, Duration lease, EntryJson json) {
        return new Planner(commit.after(), now, json).build(before, command, commit, lease);
    }

    /**
     * The script's arguments.
     *
     * @param decidedOn the ticket that was decided on as the store should have it, empty if its revision says enough
     */
    Object[] args(String decidedOn) {
        List<String> args = new ArrayList<>(64);
        args.add(command);
        args.add(String.valueOf(rev));
        args.add(decidedOn);
        if (seal == null) {
            args.add("");
        } else {
            seal.args(args::add);
        }
        args.add(String.valueOf(guards.size()));
        guards.forEach(guard -> guard.args(args::add));
        args.add(String.valueOf(entries.size()));
        entries.forEach(entry -> entry.args(args::add));
        args.add(String.valueOf(ticket.size()));
        args.addAll(ticket);
        args.add(String.valueOf(writes.size()));
        writes.forEach(write -> write.args(args::add));
        args.addAll(List.of(event.ticket(), event.epoch(), event.status(), EVENTS));
        return args.toArray();
    }
}

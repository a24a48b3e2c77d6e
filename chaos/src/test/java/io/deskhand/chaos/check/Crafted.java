package io.deskhand.chaos.check;

import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.ticket.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A ticket's history, written line by line: what is said goes into log and room alike unless told otherwise. */
final class Crafted {

    static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    private final List<Logged> log = new ArrayList<>();
    private final List<Shown> room = new ArrayList<>();
    private Status status = Status.BOT;
    private String owner = "demo-store";
    private long epoch = 1;
    private boolean waits;
    private @Nullable Instant dueAt = NOW.plusSeconds(10);
    private @Nullable Set<String> present;
    private int published;

    /** A ticket with its greeting. */
    static Crafted ticket() {
        return new Crafted().bot("Hello");
    }

    /** Asked, answered, escalated, claimed, settled, opened again and answered: nothing is wrong. */
    static Crafted whole() {
        return ticket().customer("How long does delivery take?")
                .streamed("Two to four", "Two to four days.")
                .customer("I want a person")
                .escalated()
                .claimed("anna")
                .agent("anna", "Hello, Anna here")
                .customer("Thanks")
                .resolved()
                .customerReopens("One more thing")
                .bot("What is it?");
    }

    private String nextSerial() {
        return "s%03d".formatted(++published);
    }

    private Crafted both(Kind kind, Role role, @Nullable EntryData data, String agent, String clientId, String text) {
        String serial = nextSerial();
        long pos = log.size() + 1L;
        log.add(new Logged(pos, epoch, kind, role, data, agent, text, State.FINAL, 1, serial));
        room.add(new Shown(serial, serial, clientId, pos, kind.name(), "FINAL", 1, text, ""));
        return this;
    }

    Crafted bot(String text) {
        return both(Kind.MESSAGE, Role.BOT, null, "", "bot:demo-store", text);
    }

    /** An answer that grew: created, then updated with its last text. */
    Crafted streamed(String first, String last) {
        String serial = nextSerial();
        long pos = log.size() + 1L;
        log.add(new Logged(pos, epoch, Kind.MESSAGE, Role.BOT, null, "", last, State.FINAL, 2, serial));
        room.add(new Shown(serial, serial, "bot:demo-store", pos, "MESSAGE", "STREAMING", 1, first, ""));
        return update(pos, 2, "FINAL", last);
    }

    /** Publishes another version of an entry, now. */
    Crafted update(long pos, long seq, String state, String text) {
        Shown created =
                room.stream().filter(shown -> shown.pos() == pos).findFirst().orElseThrow();
        room.add(new Shown(
                created.serial(), nextSerial(), created.clientId(), pos, created.kind(), state, seq, text, ""));
        return this;
    }

    Crafted customer(String text) {
        String serial = nextSerial();
        log.add(new Logged(
                log.size() + 1L, epoch, Kind.MESSAGE, Role.CUSTOMER, null, "", text, State.FINAL, 1, serial));
        return shownOnly(serial, text);
    }

    private Crafted shownOnly(String serial, String text) {
        room.add(new Shown(serial, serial, "customer:c1", 0, "", "", 0, text, "id-" + text));
        return this;
    }

    /** In the room alone. */
    Crafted unheard(String text) {
        return shownOnly(nextSerial(), text);
    }

    Crafted escalated() {
        epoch++;
        status = Status.QUEUED;
        owner = "general";
        both(Kind.NOTICE, Role.SYSTEM, null, "", "system", "A colleague will take over");
        log.add(new Logged(log.size() + 1L, epoch, Kind.PACKET, Role.SYSTEM, null, "", "", State.FINAL, 1, null));
        return this;
    }

    Crafted claimed(String agent) {
        epoch++;
        status = Status.HUMAN;
        owner = agent;
        return both(
                Kind.MARKER,
                Role.SYSTEM,
                new EntryData.Claimed(new AgentId(agent), null),
                agent,
                "system",
                agent + " has joined");
    }

    Crafted agent(String agent, String text) {
        return both(Kind.MESSAGE, Role.AGENT, null, agent, "agent:" + agent, text);
    }

    Crafted resolved() {
        epoch++;
        status = Status.RESOLVED;
        owner = "";
        dueAt = null;
        return both(
                Kind.MARKER,
                Role.SYSTEM,
                new EntryData.Resolved(EntryData.Resolved.By.AGENT),
                "",
                "system",
                "resolved");
    }

    Crafted customerReopens(String text) {
        epoch++;
        status = Status.BOT;
        owner = "demo-store";
        dueAt = NOW.plusSeconds(10);
        return both(Kind.MARKER, Role.SYSTEM, new EntryData.Reopened(null), "", "system", "back with the bot")
                .customer(text);
    }

    Crafted reopenedWith(String agent) {
        epoch++;
        status = Status.HUMAN;
        owner = agent;
        dueAt = NOW.plusSeconds(10);
        return both(
                Kind.MARKER,
                Role.SYSTEM,
                new EntryData.Reopened(new AgentId(agent)),
                agent,
                "system",
                "back with " + agent);
    }

    /** What follows has this epoch. */
    Crafted epoch(long newEpoch) {
        epoch = newEpoch;
        return this;
    }

    Crafted status(Status newStatus) {
        status = newStatus;
        return this;
    }

    Crafted waits() {
        waits = true;
        return this;
    }

    Crafted due(@Nullable Instant at) {
        dueAt = at;
        return this;
    }

    /** Replaces the newest entry of the log by one in another state. */
    Crafted lastIs(State state, long seq, @Nullable String serial) {
        Logged last = log.removeLast();
        log.add(copy(last, last.pos(), state, seq, serial));
        return this;
    }

    /** Takes the newest entry out of the log; the room keeps it. */
    Crafted forgottenByLog() {
        log.removeLast();
        return this;
    }

    /** Takes the newest message out of the room; the log keeps it. */
    Crafted forgottenByRoom() {
        room.removeLast();
        return this;
    }

    /** The newest entry of the log once more, at the next position. */
    Crafted loggedTwice() {
        log.add(at(log.getLast(), log.size() + 1L));
        return this;
    }

    /** The newest message of the room once more, as another message. */
    Crafted shownTwice() {
        room.add(at(room.getLast(), nextSerial()));
        return this;
    }

    /** Lets the two newest messages of the room change places. */
    Crafted swappedInRoom() {
        Shown last = room.removeLast();
        Shown before = room.removeLast();
        room.add(at(last, before.serial()));
        room.add(at(before, last.serial()));
        return this;
    }

    /** Lets the two newest entries of the log change places. */
    Crafted swappedInLog() {
        Logged last = log.removeLast();
        Logged before = log.removeLast();
        log.add(at(last, before.pos()));
        log.add(at(before, last.pos()));
        return this;
    }

    private static Shown at(Shown was, String serial) {
        return new Shown(
                serial,
                serial,
                was.clientId(),
                was.pos(),
                was.kind(),
                was.state(),
                was.seq(),
                was.text(),
                was.localId());
    }

    private static Logged at(Logged was, long pos) {
        return copy(was, pos, was.state(), was.seq(), was.serial());
    }

    private static Logged copy(Logged was, long pos, State state, long seq, @Nullable String serial) {
        return new Logged(
                pos, was.epoch(), was.kind(), was.role(), was.data(), was.agent(), was.text(), state, seq, serial);
    }

    Crafted present(String... clientIds) {
        present = Set.of(clientIds);
        return this;
    }

    String newestSerial() {
        return room.getLast().serial();
    }

    Story story() {
        Set<String> here = present == null ? Set.of(status == Status.BOT ? "bot:demo-store" : "customer:c1") : present;
        return new Story("t1", "c1", status, owner, epoch, waits, dueAt, log, room, here);
    }
}

package io.deskhand.realtime;

import static io.deskhand.realtime.LeasedTickets.guarded;

import io.deskhand.ticketing.command.Command.CustomerSays;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.store.Work.Item;
import io.deskhand.ticketing.ticket.Side;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.view.RoomNames;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One ticket whose lease this instance holds. All its events run in its mailbox, one after the other; the next {@link #refresh} repeats a failed step. */
final class LeasedTicket implements AttachedRoom.Listener {

    private static final Logger log = LoggerFactory.getLogger(LeasedTicket.class);

    private final LeasedTickets leases;
    private final Mailbox mailbox;
    private volatile @Nullable Item item;
    private volatile long rev;
    /** True while messages may have been missed: then the history gives the order, and live messages are left out. */
    private volatile boolean behind = true;

    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile @Nullable AttachedRoom room;
    private volatile boolean attached;
    private @Nullable String customer;

    LeasedTicket(LeasedTickets leases, Mailbox mailbox) {
        this.leases = leases;
        this.mailbox = mailbox;
    }

    Optional<Item> item() {
        return Optional.ofNullable(item);
    }

    /** Whether messages of the room may be missing in the log. */
    boolean isBehind() {
        return behind;
    }

    /** Whether a refresh is needed: a change was not announced, or a step failed, and no task runs for the ticket. */
    boolean isOverdue(Ticket now) {
        boolean failed = behind && (attached || room == null);
        return mailbox.isIdle() && (failed || now.rev() != rev);
    }

    /** A lease: the first, or a newer one after the ticket had left the side and come back. */
    void take(Item taken) {
        mailbox.post(() -> {
            Item older = item;
            if (older != null && !older.equals(taken)) {
                AttachedRoom joined = room;
                if (joined != null) {
                    leases.listener().left(older.ticket(), joined);
                }
                leases.finish(older);
            }
            item = taken;
            leases.remember(taken.ticket(), this);
            guarded("serve ticket " + taken.ticket(), () -> begin(taken));
        });
    }

    /** The lease was given to another instance, or this one ends. */
    void lose(Item lost) {
        mailbox.post(() -> {
            if (lost.equals(item)) {
                letGo(lost);
            }
        });
    }

    /** Looks for changes. Calls do not queue up: one look sees all changes before it. */
    void refresh() {
        if (refreshing.compareAndSet(false, true)) {
            mailbox.post(() -> {
                refreshing.set(false);
                Item held = item;
                if (held != null) {
                    guarded("follow ticket " + held.ticket(), () -> follow(held));
                }
            });
        }
    }

    private void follow(Item held) {
        if (room == null) {
            begin(held);
        } else if (behind && attached) {
            leases.inTurn(() -> catchUp(held.ticket()));
        }
        leases.tickets().find(held.ticket()).ifPresent(this::seen);
    }

    @Override
    public void attached() {
        mailbox.post(() -> {
            Item held = item;
            if (held != null) {
                attached = true;
                behind = true;
                guarded("read the room of " + held.ticket(), () -> leases.inTurn(() -> catchUp(held.ticket())));
            }
        });
    }

    @Override
    public void message(ChatMessage message) {
        mailbox.post(() -> {
            Item held = item;
            if (held != null && !behind) {
                behind = true;
                guarded("take a message of " + held.ticket(), () -> {
                    ingest(held.ticket(), message);
                    behind = false;
                });
            }
        });
    }

    private void begin(Item held) {
        Ticket ticket = leases.tickets().find(held.ticket()).orElse(null);
        if (ticket == null || !leases.serves(ticket, held)) {
            leave(held, ticket);
            return;
        }
        customer = "customer:" + ticket.customer();
        AttachedRoom joined = room;
        if (joined == null) {
            attached = false;
            joined = leases.rooms().attach(RoomNames.of(ticket), this);
            room = joined;
        }
        leases.listener().taken(ticket, joined);
        leases.inTurn(() -> tell(ticket));
    }

    /** Reads what the room has beyond the newest customer message of the log. */
    private void catchUp(TicketId id) {
        Tickets.Snapshot snapshot = leases.tickets().snapshot(id).orElseThrow();
        String known = snapshot.entries().reversed().stream()
                .filter(entry -> entry.author().role() == Role.CUSTOMER)
                .map(LogEntry::serial)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
        List<ChatMessage> missed = leases.rooms()
                .chat()
                .newest(
                        RoomNames.of(snapshot.ticket()),
                        message -> message.serial().compareTo(known) <= 0)
                .reversed();
        missed.forEach(message -> ingest(id, message));
        behind = false;
        leases.caughtUp(missed.size());
    }

    private void ingest(TicketId id, ChatMessage message) {
        if (!Objects.equals(customer, message.clientId())) {
            return;
        }
        switch (leases.tickets().execute(id, new CustomerSays(message.serial(), message.text()))) {
            case Tickets.Outcome.Done done -> seen(done.ticket());
            case Tickets.Outcome.Refused refused ->
                log.info("a message in ticket {} was not taken: {}", id, refused.refusal());
        }
    }

    private void seen(Ticket ticket) {
        Item held = item;
        if (held == null || ticket.rev() <= rev) {
            return;
        }
        if (leases.serves(ticket, held)) {
            leases.listener().changed(ticket);
            tell(ticket);
        } else {
            leave(held, ticket);
        }
    }

    private void tell(Ticket ticket) {
        leases.inbox().publish(ticket);
        rev = ticket.rev();
    }

    private void leave(Item held, @Nullable Ticket ticket) {
        letGo(held);
        // The next side announces the ticket itself; a closed one has no next side.
        if (ticket != null && Side.of(ticket.status()).isEmpty()) {
            guarded("announce ticket " + ticket.id(), () -> leases.inbox().publish(ticket));
        }
        leases.finish(held);
    }

    private void letGo(Item held) {
        item = null;
        leases.forget(held.ticket(), this);
        AttachedRoom joined = room;
        room = null;
        if (joined != null) {
            leases.listener().left(held.ticket(), joined);
            joined.close();
        }
    }
}

package io.deskhand.ticketing.redis;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskhand.ticketing.AgentId;
import io.deskhand.ticketing.Command;
import io.deskhand.ticketing.Decision.Commit;
import io.deskhand.ticketing.Decision.Condition;
import io.deskhand.ticketing.Decision.Sealing;
import io.deskhand.ticketing.NewEntry;
import io.deskhand.ticketing.NextMove;
import io.deskhand.ticketing.Owner;
import io.deskhand.ticketing.Side;
import io.deskhand.ticketing.Ticket;
import io.deskhand.ticketing.TicketView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code commit.lua} is to do, as JSON; key numbers point into {@link #keys}.
 *
 * <p>The writes besides ticket and log are indexes: each is a function of the ticket, so a commit removes those of the ticket before and adds those of the ticket
 * after. That is why every queued ticket is in exactly one inbox and an agent's slots equal the tickets they own, by construction.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Plan(
        String command,
        String rev,
        List<String> fields,
        @Nullable Seal seal,
        List<Entry> entries,
        List<Guard> guards,
        List<Write> writes,
        Event event) {

    /** Where commits are announced, as "ticket rev epoch status". A hint: nothing relies on its arrival. */
    static final String EVENTS = "desk:events";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String head,
            String text,
            @Nullable String serial,
            @Nullable Boolean skip,
            @Nullable Boolean customer) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Seal(@Nullable String turn, @Nullable Entry finish) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Guard(
            String kind,
            int key,
            @Nullable String field,
            @Nullable String limit,
            @Nullable String member) {}

    record Write(String call, int key, List<String> args) {}

    record Event(String channel, String ticket, String epoch, String status) {}

    /** The plan and the keys that it names. */
    record Keyed(Plan plan, List<String> keys) {}

    /** @param lease how long an agent counts as there after a sign of life */
    static Keyed of(
            @Nullable Ticket before, Command command, Commit commit, Instant now, Duration lease, EntryJson json) {
        return new Builder(commit.after(), now, json).build(before, command, commit, lease);
    }

    private static final class Builder {

        private final Ticket after;
        private final Instant now;
        private final EntryJson json;
        private final List<String> keys = new ArrayList<>();
        private final List<Guard> guards = new ArrayList<>();
        private final List<Write> writes = new ArrayList<>();

        Builder(Ticket after, Instant now, EntryJson json) {
            this.after = after;
            this.now = now;
            this.json = json;
            keys.add(Keys.ticket(after.id()));
            keys.add(Keys.log(after.id()));
            keys.add(Keys.outcomes(after.id()));
        }

        Keyed build(@Nullable Ticket before, Command command, Commit commit, Duration lease) {
            conditions(commit.conditions(), lease);
            slots(before);
            inbox(before);
            customer(before);
            work(before);
            move();
            relay(commit);
            Plan plan = new Plan(
                    command.commandId(),
                    String.valueOf(before == null ? 0 : before.rev()),
                    List.of(
                            "json", json.write(TicketView.of(after)),
                            "epoch", String.valueOf(after.epoch()),
                            "status", after.status().name(),
                            "answered", String.valueOf(after.answeredPos())),
                    seal(commit.sealing()),
                    commit.entries().stream().map(this::entry).toList(),
                    guards,
                    writes,
                    new Event(
                            EVENTS,
                            after.id().value(),
                            String.valueOf(after.epoch()),
                            after.status().name()));
            return new Keyed(plan, keys);
        }

        private void slots(@Nullable Ticket before) {
            AgentId was = slot(before);
            AgentId is = slot(after);
            if (Objects.equals(was, is)) {
                return;
            }
            if (was != null) {
                write("SREM", Keys.agent(was), after.id().value());
            }
            if (is != null) {
                write("SADD", Keys.agent(is), after.id().value());
            }
        }

        private void conditions(List<Condition> conditions, Duration lease) {
            for (Condition condition : conditions) {
                String agent = condition.agent().value();
                switch (condition) {
                    case Condition.FreeSlot free ->
                        guards.add(new Guard(
                                "room",
                                key(Keys.agent(free.agent())),
                                null,
                                String.valueOf(free.capacity()),
                                after.id().value()));
                    case Condition.Here here -> guards.add(lease("here", agent));
                    case Condition.Gone gone -> guards.add(lease("gone", agent));
                    case Condition.Acts acts -> write("ZADD", Keys.AGENTS, "GT", millis(now.plus(lease)), agent);
                }
            }
        }

        private Guard lease(String kind, String agent) {
            return new Guard(kind, key(Keys.AGENTS), null, millis(now), agent);
        }

        private void inbox(@Nullable Ticket before) {
            String ticket = after.id().value();
            if (before != null && before.owner() instanceof Owner.Queue queue) {
                write("ZREM", Keys.inbox(queue.team()), ticket);
            }
            if (after.owner() instanceof Owner.Queue queue) {
                write("ZADD", Keys.inbox(queue.team()), String.valueOf(after.queueRank()), ticket);
                write("SADD", Keys.TEAMS, queue.team().value());
            }
        }

        private void customer(@Nullable Ticket before) {
            boolean wasOpen = before != null && before.status().open();
            boolean isOpen = after.status().open();
            String open = Keys.openOf(after.customer());
            String bot = after.bot().id().value();
            if (isOpen && !wasOpen) {
                guards.add(new Guard("absent", key(open), bot, null, null));
            }
            if (before == null) {
                write(
                        "ZADD",
                        Keys.ticketsOf(after.customer()),
                        millis(now),
                        after.id().value());
            }
            if (isOpen && !wasOpen) {
                write("HSET", open, bot, after.id().value());
            } else if (wasOpen && !isOpen) {
                write("HDEL", open, bot);
            }
        }

        private void work(@Nullable Ticket before) {
            Optional<Side> was = before == null ? Optional.empty() : Side.of(before.status());
            Optional<Side> is = Side.of(after.status());
            if (is.isPresent() && !is.equals(was)) {
                write(
                        "XADD",
                        is.get().stream(),
                        "*",
                        "ticket",
                        after.id().value(),
                        "stint",
                        String.valueOf(after.stint()));
            }
        }

        private void move() {
            String ticket = after.id().value();
            NextMove next = after.next();
            if (next == null) {
                write("ZREM", Keys.TIMERS, ticket);
            } else {
                write("ZADD", Keys.TIMERS, millis(next.dueAt()), ticket);
            }
            if (next != null && after.status().open()) {
                write("ZADD", Keys.OPEN, millis(next.dueAt()), ticket);
            } else {
                write("ZREM", Keys.OPEN, ticket);
            }
            write("ZADD", Keys.TICKETS, millis(now), ticket);
        }

        private void relay(Commit commit) {
            boolean publishes =
                    commit.sealing() != null || commit.entries().stream().anyMatch(Builder::ours);
            if (publishes) {
                write("ZADD", Keys.UNPUBLISHED, millis(now), after.id().value());
            }
        }

        private static boolean ours(NewEntry entry) {
            return entry.serial() == null && entry.kind().goesToRoom();
        }

        private @Nullable Seal seal(@Nullable Sealing sealing) {
            return switch (sealing) {
                case null -> null;
                case Sealing.Cut cut -> new Seal(null, null);
                case Sealing.Finish finish -> new Seal(String.valueOf(finish.turn()), entry(finish.entry()));
            };
        }

        private Entry entry(NewEntry entry) {
            return new Entry(
                    json.head(entry, after.epoch(), now),
                    entry.text(),
                    entry.serial(),
                    ours(entry) ? null : true,
                    entry.fromCustomer() ? true : null);
        }

        private void write(String call, String key, String... args) {
            writes.add(new Write(call, key(key), List.of(args)));
        }

        private int key(String name) {
            int at = keys.indexOf(name);
            if (at < 0) {
                keys.add(name);
                at = keys.size() - 1;
            }
            return at + 1;
        }

        private static @Nullable AgentId slot(@Nullable Ticket ticket) {
            return ticket == null
                    ? null
                    : ticket.owner().slot().map(Owner.Agent::id).orElse(null);
        }

        private static String millis(Instant time) {
            return String.valueOf(time.toEpochMilli());
        }
    }
}

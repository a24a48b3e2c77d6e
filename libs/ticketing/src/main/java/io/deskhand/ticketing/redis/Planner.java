package io.deskhand.ticketing.redis;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.TicketDecision.Commit;
import io.deskhand.ticketing.rules.TicketDecision.Condition;
import io.deskhand.ticketing.rules.TicketDecision.Sealing;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Side;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the plan of one commit. */
final class Planner {

    private final Ticket after;
    private final Instant now;
    private final EntryJson json;
    private final List<String> keys = new ArrayList<>();
    private final List<Plan.Guard> guards = new ArrayList<>();
    private final List<Plan.Write> writes = new ArrayList<>();

    Planner(Ticket after, Instant now, EntryJson json) {
        this.after = after;
        this.now = now;
        this.json = json;
        keys.add(Keys.ticket(after.id()));
        keys.add(Keys.log(after.id()));
        keys.add(Keys.outcomes(after.id()));
    }

    Plan build(@Nullable Ticket before, Command command, Commit commit, Duration lease) {
        conditions(commit.conditions(), lease);
        slots(before);
        inbox(before);
        customer(before);
        work(before);
        move(before);
        relay(commit);
        String ticket = json.write(StoredTicket.of(after));
        String epoch = String.valueOf(after.epoch());
        String status = after.status().name();
        return new Plan(
                command.commandId(),
                before == null ? 0 : before.rev(),
                seal(commit.sealing()),
                guards,
                commit.entries().stream()
                        .map(entry -> entry(entry, after.epoch()))
                        .toList(),
                ticket,
                List.of(
                        "json", ticket,
                        "epoch", epoch,
                        "status", status,
                        "answered", String.valueOf(after.answeredPos()),
                        "hold", after.review().holds() ? "1" : ""),
                writes,
                new Plan.Event(after.id().value(), epoch, status),
                keys);
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
                    guards.add(new Plan.Guard(
                            "room",
                            key(Keys.agent(free.agent())),
                            "",
                            String.valueOf(free.capacity()),
                            after.id().value()));
                case Condition.Here here -> guards.add(lease("here", agent));
                case Condition.Gone gone -> guards.add(lease("gone", agent));
                case Condition.Acts acts -> write("ZADD", Keys.AGENTS, "GT", millis(now.plus(lease)), agent);
            }
        }
    }

    private Plan.Guard lease(String kind, String agent) {
        return new Plan.Guard(kind, key(Keys.AGENTS), "", millis(now), agent);
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
            guards.add(new Plan.Guard("absent", key(open), bot, "", ""));
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
                    Keys.work(is.get()),
                    "*",
                    "ticket",
                    after.id().value(),
                    "servingEpoch",
                    String.valueOf(after.servingEpoch()));
        }
    }

    private void move(@Nullable Ticket before) {
        deadline(Keys.TIMERS, before == null ? null : before.next(), after.next());
        deadline(Keys.OPEN, before == null ? null : openMove(before), openMove(after));
        write("ZADD", Keys.TICKETS, millis(now), after.id().value());
    }

    private static @Nullable NextMove openMove(Ticket ticket) {
        return ticket.status().open() ? ticket.next() : null;
    }

    private void deadline(String index, @Nullable NextMove was, @Nullable NextMove is) {
        String ticket = after.id().value();
        if (is == null && was != null) {
            write("ZREM", index, ticket);
        } else if (is != null && (was == null || !is.dueAt().equals(was.dueAt()))) {
            write("ZADD", index, millis(is.dueAt()), ticket);
        }
    }

    private void relay(Commit commit) {
        boolean publishes =
                commit.sealing() != null || commit.entries().stream().anyMatch(Planner::ours);
        if (publishes) {
            write("ZADD", Keys.UNPUBLISHED, millis(now), after.id().value());
        }
    }

    private static boolean ours(NewEntry entry) {
        return entry.serial() == null && entry.kind().goesToRoom();
    }

    private Plan.@Nullable Seal seal(@Nullable Sealing sealing) {
        return switch (sealing) {
            case null -> null;
            case Sealing.Cut cut -> new Plan.Seal(null, null);
            case Sealing.Finish finish ->
                new Plan.Seal(
                        String.valueOf(finish.turn().turn()),
                        entry(finish.entry(), finish.turn().epoch()));
        };
    }

    private Plan.Entry entry(NewEntry entry, long epoch) {
        return new Plan.Entry(
                json.head(entry, epoch, now), entry.text(), entry.serial(), !ours(entry), entry.fromCustomer());
    }

    private void write(String call, String key, String... args) {
        writes.add(new Plan.Write(call, key(key), List.of(args)));
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

package io.deskhand.ticketing.story;

import io.deskhand.ticketing.AgentId;
import io.deskhand.ticketing.AgentLeases;
import io.deskhand.ticketing.BotId;
import io.deskhand.ticketing.Command;
import io.deskhand.ticketing.Command.CustomerSays;
import io.deskhand.ticketing.CustomerId;
import io.deskhand.ticketing.Decision;
import io.deskhand.ticketing.Decision.Commit;
import io.deskhand.ticketing.Decision.Condition;
import io.deskhand.ticketing.Decision.Sealing;
import io.deskhand.ticketing.Facts;
import io.deskhand.ticketing.LogEntry;
import io.deskhand.ticketing.LogEntry.Author;
import io.deskhand.ticketing.LogEntry.Kind;
import io.deskhand.ticketing.LogEntry.State;
import io.deskhand.ticketing.NewEntry;
import io.deskhand.ticketing.Owner;
import io.deskhand.ticketing.Refusal;
import io.deskhand.ticketing.Status;
import io.deskhand.ticketing.TeamId;
import io.deskhand.ticketing.Ticket;
import io.deskhand.ticketing.TicketId;
import io.deskhand.ticketing.TicketRules;
import io.deskhand.ticketing.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules with nothing but maps under them: what a store must do, in the fewest words. The real one is held to it, step by step. */
final class PureDesk implements Tickets, AgentLeases {

    private static final class Held {
        Ticket ticket;
        final List<LogEntry> log = new ArrayList<>();
        final Map<String, long[]> outcomes = new HashMap<>();
        int draft;
        long draftTurn;
    }

    private final TicketRules rules;
    private final InstantSource clock;
    private final Map<TicketId, Held> tickets = new LinkedHashMap<>();
    private final Map<AgentId, Instant> leases = new HashMap<>();
    private final Map<AgentId, Instant> ofTheTeam = new HashMap<>();
    private final Map<AgentId, Integer> capacities = new HashMap<>();

    PureDesk(TicketRules rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Outcome execute(TicketId id, Command command) {
        while (true) {
            Ticket before = find(id).orElse(null);
            Instant now = clock.instant();
            Held held = tickets.get(id);
            long[] first = held == null ? null : held.outcomes.get(command.commandId());
            Decision decision = rules.decide(before, command, facts(before, command, now));
            Outcome outcome = switch (decision) {
                case Decision.Accepted accepted when first == null -> commit(before, command, accepted.commit(), now);
                case Decision.Refused refused when first == null -> new Outcome.Refused(refused.refusal());
                case Decision.Unchanged unchanged
                when first == null && before != null -> new Outcome.Done(before, List.of(), false);
                default -> first == null ? new Outcome.Refused(new Refusal.UnknownTicket()) : repeated(held, first);
            };
            if (outcome != null) {
                return outcome;
            }
        }
    }

    private static Outcome repeated(Held held, long[] positions) {
        List<LogEntry> entries = held.log.stream()
                .filter(entry -> positions[0] > 0 && entry.pos() >= positions[0] && entry.pos() <= positions[1])
                .toList();
        return new Outcome.Done(held.ticket, entries, false);
    }

    private Facts facts(Ticket ticket, Command command, Instant now) {
        if (ticket == null) {
            return Facts.at(now);
        }
        boolean here = ofTheTeam.values().stream().anyMatch(now::isBefore);
        if (command instanceof CustomerSays && !ticket.status().open()) {
            return new Facts(now, false, lastAgent(ticket, now), otherOpen(ticket));
        }
        boolean asks = command instanceof Command.Escalate || command instanceof Command.Expire;
        return asks ? new Facts(now, here && ticket.team().equals(World.GENERAL), null, null) : Facts.at(now);
    }

    private Integer lastAgent(Ticket ticket, Instant now) {
        Owner.Agent agent = ticket.lastAgent();
        if (agent == null || !isHere(agent.id(), now) || !capacities.containsKey(agent.id())) {
            return null;
        }
        int capacity = capacities.get(agent.id());
        return ownedBy(agent.id()).size() < capacity ? capacity : null;
    }

    private TicketId otherOpen(Ticket ticket) {
        return openTicket(ticket.customer(), ticket.bot().id())
                .map(Ticket::id)
                .filter(id -> !id.equals(ticket.id()))
                .orElse(null);
    }

    private boolean isHere(AgentId agent, Instant now) {
        return now.isBefore(leases.getOrDefault(agent, Instant.EPOCH));
    }

    /** Null to decide again. */
    private Outcome commit(Ticket before, Command command, Commit commit, Instant now) {
        Ticket after = commit.after();
        Held found = tickets.get(after.id());
        long rev = found == null ? 0 : found.ticket.rev();
        if (rev != (before == null ? 0 : before.rev())) {
            return null;
        }
        Refusal refusal = check(before, commit, now);
        if (refusal != null) {
            return command instanceof CustomerSays ? null : new Outcome.Refused(refusal);
        }
        Held held = found == null ? new Held() : found;
        if (commit.sealing() instanceof Sealing.Finish finish && held.draft > 0 && held.draftTurn > finish.turn()) {
            return new Outcome.Refused(new Refusal.TurnOver());
        }
        tickets.put(after.id(), held);
        List<LogEntry> written = new ArrayList<>();
        seal(held, commit.sealing(), after.epoch(), now).ifPresent(written::add);
        for (NewEntry entry : commit.entries()) {
            written.add(append(held, entry, after.epoch(), now));
        }
        long customerPos = held.log.stream()
                .filter(entry -> entry.author().role() == Author.Role.CUSTOMER)
                .mapToLong(LogEntry::pos)
                .max()
                .orElse(0);
        held.ticket = after.stored(rev + 1, customerPos);
        for (Condition condition : commit.conditions()) {
            if (condition instanceof Condition.Acts(AgentId agent)) {
                leases.merge(agent, now.plus(rules.deadlines().lease()), PureDesk::later);
            }
        }
        long from = written.isEmpty() ? 0 : written.getFirst().pos();
        held.outcomes.put(command.commandId(), new long[] {from, held.log.size()});
        return new Outcome.Done(held.ticket, written, true);
    }

    private Refusal check(Ticket before, Commit commit, Instant now) {
        Ticket after = commit.after();
        for (Condition condition : commit.conditions()) {
            AgentId agent = condition.agent();
            boolean here = isHere(agent, now);
            if (condition instanceof Condition.FreeSlot free
                    && ownedBy(agent).stream().noneMatch(own -> own.id().equals(after.id()))
                    && ownedBy(agent).size() >= free.capacity()) {
                return new Refusal.SlotsFull(free.capacity());
            } else if (condition instanceof Condition.Here && !here) {
                return new Refusal.AgentAway(agent);
            } else if (condition instanceof Condition.Gone && here) {
                return new Refusal.AgentHere(agent);
            }
        }
        boolean opens =
                after.status().open() && (before == null || !before.status().open());
        Optional<Ticket> open = openTicket(after.customer(), after.bot().id());
        return opens && open.isPresent() ? new Refusal.AlreadyOpen(open.get().id()) : null;
    }

    private Optional<LogEntry> seal(Held held, Sealing sealing, long epoch, Instant now) {
        boolean drafted = held.draft > 0 && sealing != null;
        int draft = held.draft;
        if (drafted) {
            held.draft = 0;
            LogEntry before = held.log.get(draft - 1);
            if (!(sealing instanceof Sealing.Finish finish) || held.draftTurn != finish.turn()) {
                held.log.set(draft - 1, text(before, before.text(), State.STOPPED));
            } else {
                LogEntry words = entry(finish.entry(), draft, epoch, now, before.seq() + 1);
                held.log.set(draft - 1, words);
                return Optional.of(entry(finish.entry(), draft, epoch, now, 1));
            }
        }
        return sealing instanceof Sealing.Finish finish
                ? Optional.of(append(held, finish.entry(), epoch, now))
                : Optional.empty();
    }

    private static LogEntry append(Held held, NewEntry entry, long epoch, Instant now) {
        LogEntry written = entry(entry, held.log.size() + 1, epoch, now, 1);
        held.log.add(written);
        return written;
    }

    private static LogEntry entry(NewEntry entry, long pos, long epoch, Instant now, long seq) {
        return new LogEntry(
                pos,
                now,
                epoch,
                entry.kind(),
                entry.author(),
                entry.text(),
                State.FINAL,
                seq,
                entry.serial(),
                entry.citations(),
                entry.data());
    }

    private static LogEntry text(LogEntry entry, String text, State state) {
        return new LogEntry(
                entry.pos(),
                entry.at(),
                entry.epoch(),
                entry.kind(),
                entry.author(),
                text,
                state,
                entry.seq() + 1,
                entry.serial(),
                entry.citations(),
                entry.data());
    }

    @Override
    public DraftOutcome draft(Ticket ticket, long turn, String text) {
        Instant now = clock.instant();
        Held held = tickets.get(ticket.id());
        if (held.ticket.epoch() != ticket.epoch() || held.ticket.status() != Status.BOT) {
            return new DraftOutcome.Refused(
                    new Refusal.Fenced(ticket.epoch(), held.ticket.epoch(), held.ticket.status()));
        }
        if (turn <= held.ticket.answeredPos() || (held.draft > 0 && held.draftTurn > turn)) {
            return new DraftOutcome.Refused(new Refusal.TurnOver());
        }
        if (held.draft > 0 && held.draftTurn == turn) {
            LogEntry longer = text(held.log.get(held.draft - 1), text, State.STREAMING);
            held.log.set(held.draft - 1, longer);
            return new DraftOutcome.Shown(longer.pos(), longer.seq());
        }
        seal(held, new Sealing.Cut(), ticket.epoch(), now);
        NewEntry words = new NewEntry(Kind.MESSAGE, Author.of(ticket.bot()), text, List.of(), Map.of(), null);
        LogEntry begun = entry(words, held.log.size() + 1, ticket.epoch(), now, 0);
        held.log.add(text(begun, text, State.STREAMING));
        held.draft = held.log.size();
        held.draftTurn = turn;
        return new DraftOutcome.Shown(held.draft, 1);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public void keep(AgentId agent, Collection<TeamId> teams, int capacity) {
        Instant until = clock.instant().plus(rules.deadlines().lease());
        capacities.put(agent, capacity);
        leases.merge(agent, until, PureDesk::later);
        ofTheTeam.merge(agent, until, PureDesk::later);
    }

    @Override
    public void shorten(AgentId agent, Duration left) {
        Instant until = clock.instant().plus(left);
        leases.computeIfPresent(agent, (id, lease) -> lease.isBefore(until) ? lease : until);
        ofTheTeam.computeIfPresent(agent, (id, lease) -> lease.isBefore(until) ? lease : until);
    }

    @Override
    public Set<AgentId> here() {
        Instant now = clock.instant();
        return leases.keySet().stream().filter(agent -> isHere(agent, now)).collect(Collectors.toSet());
    }

    @Override
    public List<AgentId> gone(Instant by) {
        return leases.entrySet().stream()
                .filter(lease -> !lease.getValue().isAfter(by))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void forget(Instant by) {
        leases.values().removeIf(lease -> !lease.isAfter(by));
        ofTheTeam.values().removeIf(lease -> !lease.isAfter(by));
    }

    @Override
    public Optional<Ticket> find(TicketId ticket) {
        return Optional.ofNullable(tickets.get(ticket)).map(held -> held.ticket);
    }

    @Override
    public List<Ticket> findAll(Collection<TicketId> ids) {
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<Snapshot> snapshot(TicketId ticket) {
        return Optional.ofNullable(tickets.get(ticket)).map(held -> new Snapshot(held.ticket, held.log));
    }

    @Override
    public Optional<Ticket> openTicket(CustomerId customer, BotId bot) {
        return all(ticket -> ticket.status().open() && ticket.customer().equals(customer))
                .findFirst();
    }

    @Override
    public List<Ticket> ofCustomer(CustomerId customer, int limit) {
        return all(ticket -> ticket.customer().equals(customer)).toList().reversed();
    }

    @Override
    public List<Ticket> inbox(int limit) {
        return all(ticket -> ticket.status() == Status.QUEUED)
                .sorted(Ticket.QUEUE_ORDER)
                .toList();
    }

    @Override
    public List<Ticket> ownedBy(AgentId agent) {
        return all(ticket -> ticket.owner()
                        .slot()
                        .filter(own -> own.id().equals(agent))
                        .isPresent())
                .toList();
    }

    @Override
    public List<Ticket> open(int limit) {
        return all(ticket -> ticket.status().open()).toList();
    }

    @Override
    public List<Ticket> due(Instant by, int limit) {
        return all(ticket -> ticket.next() != null && !ticket.next().dueAt().isAfter(by))
                .sorted(Comparator.comparing((Ticket ticket) -> ticket.next().dueAt())
                        .thenComparing(ticket -> ticket.id().value()))
                .toList();
    }

    @Override
    public List<Ticket> latest(int limit) {
        return all(ticket -> true).toList();
    }

    private Stream<Ticket> all(Predicate<Ticket> which) {
        return tickets.values().stream().map(held -> held.ticket).filter(which);
    }
}

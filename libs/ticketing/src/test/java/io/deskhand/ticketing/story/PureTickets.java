package io.deskhand.ticketing.story;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.command.Command.CustomerSays;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.DecisionContext;
import io.deskhand.ticketing.rules.TicketDecision;
import io.deskhand.ticketing.rules.TicketDecision.Commit;
import io.deskhand.ticketing.rules.TicketDecision.Condition;
import io.deskhand.ticketing.rules.TicketDecision.Sealing;
import io.deskhand.ticketing.rules.TicketRules;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules with nothing but maps under them: what a store must do, in the fewest words. The real one is held to it, step by step. */
final class PureTickets implements Tickets {

    private final TicketRules rules;
    private final InstantSource clock;
    private final Map<TicketId, PureTicket> tickets = new LinkedHashMap<>();
    private final PureLeases leases;

    PureTickets(TicketRules rules, PureLeases leases, InstantSource clock) {
        this.leases = leases;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Outcome execute(TicketId id, Command command) {
        while (true) {
            Ticket before = find(id).orElse(null);
            Instant now = clock.instant();
            PureTicket held = tickets.get(id);
            long[] first = held == null ? null : held.outcomes.get(command.commandId());
            TicketDecision decision = rules.decide(before, command, context(before, command, now));
            boolean writes = decision instanceof TicketDecision.Accepted;
            if (!writes && first == null && !find(id).equals(Optional.ofNullable(before))) {
                continue; // an outcome that writes nothing is of the ticket as it is
            }
            Outcome outcome = switch (decision) {
                case TicketDecision.Accepted accepted
                when first == null -> commit(before, command, accepted.commit(), now);
                case TicketDecision.Refused refused when first == null -> new Outcome.Refused(refused.refusal());
                case TicketDecision.Unchanged unchanged
                when first == null && before != null -> new Outcome.Done(before, List.of(), false);
                default -> first == null ? new Outcome.Refused(new Refusal.UnknownTicket()) : repeated(held, first);
            };
            if (outcome != null) {
                return outcome;
            }
        }
    }

    private static Outcome repeated(PureTicket held, long[] positions) {
        List<LogEntry> entries = held.log.stream()
                .filter(entry -> positions[0] > 0 && entry.pos() >= positions[0] && entry.pos() <= positions[1])
                .toList();
        return new Outcome.Done(held.ticket, entries, false);
    }

    private DecisionContext context(Ticket ticket, Command command, Instant now) {
        if (ticket == null) {
            return DecisionContext.at(now);
        }
        boolean here = leases.anybodyHere(now);
        if (command instanceof CustomerSays && !ticket.status().open()) {
            return new DecisionContext(now, false, lastAgent(ticket, now), otherOpen(ticket));
        }
        return DecisionContext.askWhoIsHere(ticket, command)
                ? new DecisionContext(now, here && ticket.team().equals(World.GENERAL), null, null)
                : DecisionContext.at(now);
    }

    private Integer lastAgent(Ticket ticket, Instant now) {
        Owner.Agent agent = ticket.lastAgent();
        if (agent == null || !leases.isHere(agent.id(), now) || leases.capacity(agent.id()) == null) {
            return null;
        }
        int capacity = leases.capacity(agent.id());
        return ownedBy(agent.id()).size() < capacity ? capacity : null;
    }

    private TicketId otherOpen(Ticket ticket) {
        return openTicket(ticket.customer(), ticket.bot().id())
                .map(Ticket::id)
                .filter(id -> !id.equals(ticket.id()))
                .orElse(null);
    }

    /** Null to decide again. */
    private Outcome commit(Ticket before, Command command, Commit commit, Instant now) {
        Ticket after = commit.after();
        PureTicket found = tickets.get(after.id());
        long rev = found == null ? 0 : found.ticket.rev();
        if (rev != (before == null ? 0 : before.rev())) {
            return null;
        }
        Refusal refusal = check(before, commit, now);
        if (refusal != null) {
            return command instanceof CustomerSays ? null : new Outcome.Refused(refusal);
        }
        PureTicket held = found == null ? new PureTicket() : found;
        if (commit.sealing() instanceof Sealing.Finish finish
                && held.isPast(finish.turn().turn())) {
            return new Outcome.Refused(new Refusal.TurnOver());
        }
        tickets.put(after.id(), held);
        List<LogEntry> written = new ArrayList<>();
        held.seal(commit.sealing(), now).ifPresent(written::add);
        for (NewEntry entry : commit.entries()) {
            written.add(held.append(entry, after.epoch(), now));
        }
        held.ticket = after.stored(rev + 1, held.customerPos());
        for (Condition condition : commit.conditions()) {
            if (condition instanceof Condition.Acts(AgentId agent)) {
                leases.acts(agent, now);
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
            boolean here = leases.isHere(agent, now);
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

    @Override
    public DraftOutcome draft(Ticket ticket, long turn, String text) {
        Instant now = clock.instant();
        return tickets.get(ticket.id()).draft(ticket, turn, text, now);
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

package io.deskhand.ticketing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ticket in the one JSON shape that APIs, inbox events and the store share (docs/api.md). */
public record TicketView(
        String id,
        String customer,
        String bot,
        String botName,
        String room,
        String subject,
        String language,
        String team,
        int priority,
        Status status,
        OwnerView owner,
        long epoch,
        long stint,
        long rev,
        @Nullable NextMove next,
        @Nullable EscalationReason reason,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant queuedAt,
        @Nullable Instant claimedAt,
        @Nullable Instant resolvedAt,
        long customerPos,
        long answeredPos,
        String preview) {

    /** An owner: {@code id} is a bot, a team or an agent; empty for nobody. */
    public record OwnerView(OwnerType type, String id, String name) {}

    public enum OwnerType {
        BOT,
        QUEUE,
        AGENT,
        NOBODY
    }

    public static TicketView of(Ticket ticket) {
        Ticket.Times times = ticket.times();
        return new TicketView(
                ticket.id().value(),
                ticket.customer().value(),
                ticket.bot().id().value(),
                ticket.bot().name(),
                ticket.room(),
                ticket.subject(),
                ticket.language(),
                ticket.team().value(),
                ticket.priority(),
                ticket.status(),
                ownerView(ticket.owner()),
                ticket.epoch(),
                ticket.stint(),
                ticket.rev(),
                ticket.next(),
                ticket.reason(),
                times.createdAt(),
                times.updatedAt(),
                times.queuedAt(),
                times.claimedAt(),
                times.resolvedAt(),
                ticket.customerPos(),
                ticket.answeredPos(),
                ticket.preview());
    }

    public Ticket toTicket() {
        return new Ticket(
                new TicketId(id),
                new CustomerId(customer),
                new Owner.Bot(new BotId(bot), botName),
                subject,
                language,
                new TeamId(team),
                priority,
                toOwner(),
                epoch,
                stint,
                rev,
                next,
                reason,
                new Ticket.Times(createdAt, updatedAt, queuedAt, claimedAt, resolvedAt),
                customerPos,
                answeredPos,
                preview);
    }

    private Owner toOwner() {
        return switch (owner.type()) {
            case BOT -> new Owner.Bot(new BotId(owner.id()), owner.name());
            case QUEUE -> new Owner.Queue(new TeamId(owner.id()));
            case AGENT -> new Owner.Agent(new AgentId(owner.id()), owner.name());
            case NOBODY -> new Owner.Nobody();
        };
    }

    private static OwnerView ownerView(Owner owner) {
        return switch (owner) {
            case Owner.Bot bot -> new OwnerView(OwnerType.BOT, bot.id().value(), bot.name());
            case Owner.Queue queue ->
                new OwnerView(OwnerType.QUEUE, queue.team().value(), "");
            case Owner.Agent agent -> new OwnerView(OwnerType.AGENT, agent.id().value(), agent.name());
            case Owner.Nobody nobody -> new OwnerView(OwnerType.NOBODY, "", "");
        };
    }
}

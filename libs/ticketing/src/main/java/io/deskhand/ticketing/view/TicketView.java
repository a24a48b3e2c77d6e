package io.deskhand.ticketing.view;

import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.ticket.Counsel;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket in the one JSON shape that APIs, inbox events and the store share (docs/api.md). */
public record TicketView(
        String id,
        String customer,
        @Nullable String customerName,
        String bot,
        String botName,
        String room,
        String subject,
        String language,
        String team,
        int priority,
        List<String> tags,
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
        @Nullable Instant placeUntil,
        @Nullable Instant claimedAt,
        @Nullable Instant resolvedAt,
        boolean front,
        int alerts,
        boolean snoozed,
        @Nullable OwnerView lastAgent,
        long customerPos,
        long answeredPos,
        long escalatedPos,
        @Nullable Counsel counsel,
        String preview) {

    /** An owner: {@code id} is a bot, a team or an agent, also one to whom it is offered; empty for nobody. */
    public record OwnerView(OwnerType type, String id, String name) {}

    public enum OwnerType {
        BOT,
        QUEUE,
        OFFERED,
        AGENT,
        NOBODY,
        CLOSED
    }

    public static TicketView of(Ticket ticket) {
        Ticket.Times times = ticket.times();
        Owner.Agent lastAgent = ticket.lastAgent();
        return new TicketView(
                ticket.id().value(),
                ticket.customer().value(),
                ticket.customerName(),
                ticket.bot().id().value(),
                ticket.bot().name(),
                ticket.room(),
                ticket.subject(),
                ticket.language(),
                ticket.team().value(),
                ticket.priority(),
                ticket.tags(),
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
                times.placeUntil(),
                times.claimedAt(),
                times.resolvedAt(),
                ticket.front(),
                ticket.alerts(),
                ticket.snoozed(),
                lastAgent == null ? null : ownerView(lastAgent),
                ticket.customerPos(),
                ticket.answeredPos(),
                ticket.escalatedPos(),
                ticket.counsel(),
                ticket.preview());
    }

    /** Without what colleagues alone should see. */
    public static TicketView forCustomer(Ticket ticket) {
        return of(ticket.with()
                .tags(List.of())
                .alerts(0)
                .priority(0)
                .counsel(Counsel.NONE)
                .build());
    }

    public Ticket toTicket() {
        return new Ticket(
                new TicketId(id),
                new CustomerId(customer),
                customerName == null ? "" : customerName,
                new Owner.Bot(new BotId(bot), botName),
                subject,
                language,
                new TeamId(team),
                priority,
                tags,
                toOwner(owner),
                epoch,
                stint,
                rev,
                next,
                reason,
                new Ticket.Times(createdAt, updatedAt, queuedAt, placeUntil, claimedAt, resolvedAt),
                front,
                alerts,
                snoozed,
                lastAgent == null ? null : toAgent(lastAgent),
                customerPos,
                answeredPos,
                escalatedPos,
                counsel == null ? Counsel.NONE : counsel,
                preview);
    }

    private static Owner.Agent toAgent(OwnerView agent) {
        return new Owner.Agent(new AgentId(agent.id()), agent.name());
    }

    private static Owner toOwner(OwnerView owner) {
        return switch (owner.type()) {
            case BOT -> new Owner.Bot(new BotId(owner.id()), owner.name());
            case QUEUE -> new Owner.Queue(new TeamId(owner.id()));
            case OFFERED -> new Owner.Offered(toAgent(owner));
            case AGENT -> toAgent(owner);
            case NOBODY -> new Owner.Nobody(false);
            case CLOSED -> new Owner.Nobody(true);
        };
    }

    private static OwnerView ownerView(Owner owner) {
        return switch (owner) {
            case Owner.Bot bot -> new OwnerView(OwnerType.BOT, bot.id().value(), bot.name());
            case Owner.Queue queue ->
                new OwnerView(OwnerType.QUEUE, queue.team().value(), "");
            case Owner.Agent agent -> new OwnerView(OwnerType.AGENT, agent.id().value(), agent.name());
            case Owner.Offered(Owner.Agent agent) ->
                new OwnerView(OwnerType.OFFERED, agent.id().value(), agent.name());
            case Owner.Nobody nobody -> new OwnerView(nobody.closed() ? OwnerType.CLOSED : OwnerType.NOBODY, "", "");
        };
    }
}

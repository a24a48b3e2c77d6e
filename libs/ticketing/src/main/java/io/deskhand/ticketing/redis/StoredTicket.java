package io.deskhand.ticketing.redis;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.HumanReview;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in the form that Redis stores. Writes use the newest schema version; {@link StoredUpgrade} reads the older ones. Only this package knows the form.
 *
 * @param schema the version of this form, {@link EntryJson#SCHEMA} for what is written
 */
@JsonPropertyOrder("schema")
record StoredTicket(
        int schema,
        String id,
        String customer,
        @Nullable String customerName,
        String bot,
        String botName,
        String subject,
        String language,
        String team,
        int priority,
        List<String> tags,
        StoredOwner owner,
        long epoch,
        long servingEpoch,
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
        @Nullable StoredOwner lastAgent,
        long customerPos,
        long answeredPos,
        long escalatedPos,
        @Nullable HumanReview review,
        String preview) {

    /** An owner: {@code id} is a bot, a team or an agent; while the ticket is offered, that agent; empty for nobody. */
    record StoredOwner(OwnerType type, String id, String name) {}

    enum OwnerType {
        BOT,
        QUEUE,
        OFFERED,
        AGENT,
        NOBODY,
        CLOSED
    }

    static StoredTicket of(Ticket ticket) {
        Ticket.Times times = ticket.times();
        Owner.Agent lastAgent = ticket.lastAgent();
        return new StoredTicket(
                EntryJson.SCHEMA,
                ticket.id().value(),
                ticket.customer().value(),
                ticket.customerName(),
                ticket.bot().id().value(),
                ticket.bot().name(),
                ticket.subject(),
                ticket.language(),
                ticket.team().value(),
                ticket.priority(),
                ticket.tags(),
                storedOwner(ticket.owner()),
                ticket.epoch(),
                ticket.servingEpoch(),
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
                lastAgent == null ? null : storedOwner(lastAgent),
                ticket.customerPos(),
                ticket.answeredPos(),
                ticket.escalatedPos(),
                ticket.review(),
                ticket.preview());
    }

    Ticket toTicket() {
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
                servingEpoch,
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
                review == null ? HumanReview.NONE : review,
                preview);
    }

    private static Owner.Agent toAgent(StoredOwner agent) {
        return new Owner.Agent(new AgentId(agent.id()), agent.name());
    }

    private static Owner toOwner(StoredOwner owner) {
        return switch (owner.type()) {
            case BOT -> new Owner.Bot(new BotId(owner.id()), owner.name());
            case QUEUE -> new Owner.Queue(new TeamId(owner.id()));
            case OFFERED -> new Owner.Offered(toAgent(owner));
            case AGENT -> toAgent(owner);
            case NOBODY -> new Owner.Nobody(false);
            case CLOSED -> new Owner.Nobody(true);
        };
    }

    private static StoredOwner storedOwner(Owner owner) {
        return switch (owner) {
            case Owner.Bot bot -> new StoredOwner(OwnerType.BOT, bot.id().value(), bot.name());
            case Owner.Queue queue ->
                new StoredOwner(OwnerType.QUEUE, queue.team().value(), "");
            case Owner.Agent agent ->
                new StoredOwner(OwnerType.AGENT, agent.id().value(), agent.name());
            case Owner.Offered(Owner.Agent agent) ->
                new StoredOwner(OwnerType.OFFERED, agent.id().value(), agent.name());
            case Owner.Nobody nobody -> new StoredOwner(nobody.closed() ? OwnerType.CLOSED : OwnerType.NOBODY, "", "");
        };
    }
}

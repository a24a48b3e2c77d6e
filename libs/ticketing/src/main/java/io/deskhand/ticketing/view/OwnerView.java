package io.deskhand.ticketing.view;

import io.deskhand.ticketing.ticket.Owner;

/** An owner: {@code id} is a bot, a team or an agent; while the ticket is offered, that agent. It is empty for nobody, and for a team in a customer's view. */
public record OwnerView(Type type, String id, String name) {

    public enum Type {
        BOT,
        QUEUE,
        OFFERED,
        AGENT,
        NOBODY,
        CLOSED
    }

    /** As the customer sees it: which team a queue belongs to is for agents alone. */
    static OwnerView forCustomer(Owner owner) {
        return owner instanceof Owner.Queue ? new OwnerView(Type.QUEUE, "", "") : of(owner);
    }

    static OwnerView of(Owner owner) {
        return switch (owner) {
            case Owner.Bot bot -> new OwnerView(Type.BOT, bot.id().value(), bot.name());
            case Owner.Queue queue -> new OwnerView(Type.QUEUE, queue.team().value(), "");
            case Owner.Agent agent -> new OwnerView(Type.AGENT, agent.id().value(), agent.name());
            case Owner.Offered(Owner.Agent agent) ->
                new OwnerView(Type.OFFERED, agent.id().value(), agent.name());
            case Owner.Nobody nobody -> new OwnerView(nobody.closed() ? Type.CLOSED : Type.NOBODY, "", "");
        };
    }
}

package io.deskhand.ticketing.command;

import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;

/** Why a command did not happen. A value, not an exception: refusing is normal work. */
public sealed interface Refusal {

    record UnknownTicket() implements Refusal {}

    /** The ticket is resolved or closed. */
    record NotOpen() implements Refusal {}

    /** Another agent was first (I14). */
    record AlreadyClaimed(Owner.Agent winner) implements Refusal {}

    record SlotsFull(int capacity) implements Refusal {}

    /** The fence: the writer's epoch is not the ticket's, or the bot does not own it (I1, I2). */
    record Fenced(long expectedEpoch, long epoch, Status status) implements Refusal {}

    /** This turn, or a newer one, has been answered already (I6). */
    record TurnOver() implements Refusal {}

    /** Human review holds the bot's words back: it waits for a colleague, or one must approve them first (G19). */
    record Held() implements Refusal {}

    /** The bot does not, or no longer, wait for this matter: the customer has written since, or a colleague was first. */
    record Stale() implements Refusal {}

    /** Only while the bot owns the ticket. */
    record NotWithBot(Owner owner) implements Refusal {}

    /** A customer message stands unanswered. */
    record CustomerWaits() implements Refusal {}

    record NotOwner(Owner owner) implements Refusal {}

    /** Not possible in the ticket's status. */
    record NotNow(Status status) implements Refusal {}

    /** The ticket is not, or no longer, offered to the agent. */
    record NotOffered() implements Refusal {}

    /** The agent's lease has expired (I23). */
    record AgentAway(AgentId agent) implements Refusal {}

    /** The agent's lease is valid, so nothing is taken from them. */
    record AgentHere(AgentId agent) implements Refusal {}

    /** The customer has an open ticket with this bot (I16). */
    record AlreadyOpen(TicketId open) implements Refusal {}

    /** A value that a command must not have. */
    record Invalid(String field, String reason) implements Refusal {}

    record TextEmpty() implements Refusal {}

    record TextTooLong(int limit) implements Refusal {}
}

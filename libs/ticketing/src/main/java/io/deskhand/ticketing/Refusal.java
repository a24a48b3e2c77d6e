package io.deskhand.ticketing;

/** Why a command did not happen. A value, not an exception: refusing is normal work. */
public sealed interface Refusal {

    record UnknownTicket() implements Refusal {}

    /** The ticket is resolved. */
    record NotOpen() implements Refusal {}

    /** Somebody was first (I14). */
    record AlreadyClaimed(Owner.Agent winner) implements Refusal {}

    record SlotsFull(int capacity) implements Refusal {}

    /** The fence: the writer's epoch is not the ticket's, or the bot does not own it (I1, I2). */
    record Fenced(long expectedEpoch, long epoch, Status status) implements Refusal {}

    /** This turn, or a newer one, has been answered already (I6). */
    record TurnOver() implements Refusal {}

    /** A customer message stands unanswered. */
    record CustomerWaits() implements Refusal {}

    record NotOwner(Owner owner) implements Refusal {}

    /** The customer has an open ticket with this bot (I16). */
    record AlreadyOpen(TicketId open) implements Refusal {}

    record TextEmpty() implements Refusal {}

    record TextTooLong(int limit) implements Refusal {}
}

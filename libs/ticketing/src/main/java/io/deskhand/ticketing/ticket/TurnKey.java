package io.deskhand.ticketing.ticket;

/**
 * The name of a bot's turn, and a fencing token: every automated write of the turn carries it (I2). A draft carries the first two, {@code epoch} and {@code turn}.
 *
 * @param epoch the ticket's epoch when the turn began
 * @param turn log position of the newest customer message that the turn answers
 * @param guidance number of the newest guidance of colleagues that the turn knows, see {@link HumanReview}
 */
public record TurnKey(long epoch, long turn, int guidance) {

    /** The turn that answers what the ticket now asks for. */
    public static TurnKey of(Ticket ticket) {
        return new TurnKey(ticket.epoch(), ticket.customerPos(), ticket.review().guidanceGiven());
    }

    /** The id of the command that ends the turn. */
    public String commandId() {
        return "turn:" + epoch + ":" + turn + (guidance == 0 ? "" : ":" + guidance);
    }
}

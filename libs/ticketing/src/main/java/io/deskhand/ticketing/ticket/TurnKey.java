package io.deskhand.ticketing.ticket;

/**
 * A bot's right to write: every automated write carries it (I2).
 *
 * @param epoch the ticket's epoch when the turn began
 * @param turn log position of the newest customer message that the turn answers
 * @param given number of the newest word of colleagues that the turn knows, see {@link Counsel}
 */
public record TurnKey(long epoch, long turn, int given) {

    /** The turn that answers what the ticket now asks for. */
    public static TurnKey of(Ticket ticket) {
        return new TurnKey(
                ticket.epoch(), ticket.customerPos(), ticket.counsel().given());
    }

    /** The id of the command that ends the turn. */
    public String commandId() {
        return "turn:" + epoch + ":" + turn + (given == 0 ? "" : ":" + given);
    }
}

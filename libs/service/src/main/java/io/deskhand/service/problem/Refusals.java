package io.deskhand.service.problem;

import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.store.Tickets.Outcome;
import io.deskhand.ticketing.ticket.Owner;
import java.util.List;
import java.util.Map;

/** How a domain refusal reads over HTTP. */
public final class Refusals {

    private Refusals() {}

    /**
     * The commit behind an outcome.
     *
     * @param operation what was wanted, such as "claim the ticket"
     * @throws ProblemException if it was refused
     */
    public static Outcome.Done done(Outcome outcome, String operation) {
        return switch (outcome) {
            case Outcome.Done done -> done;
            case Outcome.Refused refused ->
                throw problem(refused.refusal(), operation).exception();
        };
    }

    public static Problem unknownTicket(String operation) {
        return Problem.of(ProblemCode.UNKNOWN_TICKET, operation, "there is no such ticket");
    }

    public static Problem problem(Refusal refusal, String operation) {
        return switch (refusal) {
            case Refusal.UnknownTicket unknown -> unknownTicket(operation);
            case Refusal.NotOpen notOpen -> Problem.of(ProblemCode.NOT_OPEN, operation, "the ticket is settled");
            case Refusal.AlreadyClaimed claimed ->
                Problem.of(
                        ProblemCode.ALREADY_CLAIMED,
                        operation,
                        claimed.winner().name() + " has claimed it",
                        Map.of("winner", person(claimed.winner())));
            case Refusal.SlotsFull full ->
                Problem.of(
                        ProblemCode.SLOTS_FULL,
                        operation,
                        "all " + full.capacity() + " of your slots are taken, resolve a ticket first",
                        Map.of("capacity", full.capacity()));
            case Refusal.CustomerWaits waits ->
                Problem.of(ProblemCode.CUSTOMER_WAITING, operation, "a message of the customer is unanswered");
            case Refusal.NotOwner notOwner -> notOwner(notOwner.owner(), operation);
            case Refusal.AlreadyOpen open ->
                Problem.of(
                        ProblemCode.ALREADY_OPEN,
                        operation,
                        "the customer has an open ticket with this bot",
                        Map.of("ticket", open.open().value()));
            case Refusal.NotNow notNow ->
                Problem.of(
                        ProblemCode.NOT_NOW,
                        operation,
                        "the ticket stands at " + notNow.status(),
                        Map.of("ticketStatus", notNow.status()));
            case Refusal.NotOffered notOffered ->
                Problem.of(ProblemCode.NOT_OFFERED, operation, "it is not, or not any more, offered to you");
            case Refusal.NotWithBot other ->
                Problem.of(
                        ProblemCode.NOT_WITH_BOT, operation, "the bot does not own the ticket: " + who(other.owner()));
            case Refusal.Stale stale ->
                Problem.of(
                        ProblemCode.STALE,
                        operation,
                        "the bot does not wait for this any more: the customer has written, or a colleague was first");
            case Refusal.AgentAway away ->
                Problem.of(
                        ProblemCode.AGENT_AWAY,
                        operation,
                        away.agent() + " is not there",
                        Map.of("agent", away.agent().value()));
            case Refusal.AgentHere here -> Problem.of(ProblemCode.NOT_NOW, operation, here.agent() + " is there");
            case Refusal.Invalid invalid ->
                Problem.of(
                        ProblemCode.INVALID_REQUEST,
                        operation,
                        invalid.field() + ": " + invalid.reason(),
                        Map.of("errors", List.of(Map.of("field", invalid.field(), "message", invalid.reason()))));
            case Refusal.TextEmpty empty -> Problem.of(ProblemCode.TEXT_EMPTY, operation, "the text is empty");
            case Refusal.TextTooLong tooLong ->
                Problem.of(
                        ProblemCode.TEXT_TOO_LONG,
                        operation,
                        "the text has more than " + tooLong.limit() + " characters",
                        Map.of("limit", tooLong.limit()));
            // Only bots write under a fence, and bots do not come over HTTP.
            case Refusal.Fenced fenced ->
                Problem.of(ProblemCode.NOT_OWNER, operation, "the ticket has a new owner by now");
            case Refusal.TurnOver over -> Problem.of(ProblemCode.NOT_OWNER, operation, "the turn is over");
            case Refusal.Held held -> Problem.of(ProblemCode.NOT_NOW, operation, "the bot waits for a colleague");
        };
    }

    private static Problem notOwner(Owner owner, String operation) {
        String reason = who(owner);
        return switch (owner) {
            case Owner.Agent agent ->
                Problem.of(ProblemCode.NOT_OWNER, operation, reason, Map.of("owner", person(agent)));
            case Owner.Bot bot -> Problem.of(ProblemCode.NOT_OWNER, operation, reason + ", claim it first");
            case Owner.Queue queue -> Problem.of(ProblemCode.NOT_OWNER, operation, reason + ", claim it first");
            case Owner.Offered offered -> Problem.of(ProblemCode.NOT_OWNER, operation, reason);
            case Owner.Nobody nobody -> Problem.of(ProblemCode.NOT_OWNER, operation, reason);
        };
    }

    private static String who(Owner owner) {
        return switch (owner) {
            case Owner.Agent agent -> agent.name() + " owns it";
            case Owner.Bot bot -> "the bot owns it";
            case Owner.Queue queue -> "it waits in the queue";
            case Owner.Offered(Owner.Agent agent) -> "it is offered to " + agent.name();
            case Owner.Nobody nobody -> "nobody owns it";
        };
    }

    private static Map<String, String> person(Owner.Agent agent) {
        return Map.of("id", agent.id().value(), "name", agent.name());
    }
}

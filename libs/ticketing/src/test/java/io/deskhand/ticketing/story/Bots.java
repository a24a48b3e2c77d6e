package io.deskhand.ticketing.story;

import static io.deskhand.ticketing.log.SampleData.ANSWERED;
import static io.deskhand.ticketing.log.SampleData.PACKET;
import static io.deskhand.ticketing.log.SampleData.packet;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The instances of the bot, which may stop for good or for long between any two of their steps. */
final class Bots {

    /** What a bot has in mind: the ticket when its turn began, and what it has said. */
    private record Turn(Ticket ticket, String said) {}

    private final Tickets tickets;
    private final World.Sending sending;
    private final Map<String, Turn> turns = new HashMap<>();
    /** The servingEpoch of people that an instance's last escalation began. */
    private final Map<String, Long> escalated = new HashMap<>();

    Bots(Tickets tickets, World.Sending sending) {
        this.tickets = tickets;
        this.sending = sending;
    }

    Object play(Step.Bot step) {
        String key = step.instance() + " " + step.ticket();
        Turn turn = turns.get(key);
        if (step.move() == Step.BotMove.BEGIN) {
            tickets.find(World.id(step.ticket()))
                    .filter(Ticket::botOwes)
                    .ifPresent(ticket -> turns.put(key, new Turn(ticket, "")));
            return "turn";
        }
        if (step.move() == Step.BotMove.REFINE_PACKET && escalated.containsKey(key)) {
            long servingEpoch = escalated.remove(key);
            return sending.send(
                    step.ticket(),
                    id -> new Command.RefinePacket(servingEpoch, packet(Invariants.REFINED + servingEpoch)));
        }
        if (turn == null) {
            return "no turn";
        }
        if (step.move() == Step.BotMove.DRAFT) {
            // A turn that another instance runs again says the same, as far as the store can tell.
            String said = turn.said() + "word ";
            turns.put(key, new Turn(turn.ticket(), said));
            return tickets.draft(turn.ticket(), turn.ticket().customerPos(), said);
        }
        turns.remove(key);
        TurnKey right = TurnKey.of(turn.ticket());
        Command end = switch (step.move()) {
            case ANSWER -> new Command.BotSays(right, turn.said() + "done", List.of(), false, ANSWERED);
            case PROPOSE -> new Command.BotSays(right, "proposed for " + right, List.of(), true, ANSWERED);
            case ASK_COLLEAGUE, ASK_COLLEAGUE_WITH_WORDS ->
                new Command.AskColleague(
                        right,
                        "asked for " + right,
                        step.move() == Step.BotMove.ASK_COLLEAGUE ? "" : "Wait.",
                        ANSWERED);
            case ESCALATE, ESCALATE_WITH_WORDS ->
                new Command.Escalate(
                        "escalate:" + right.epoch() + ":" + right.turn(),
                        EscalationReason.WEAK_EVIDENCE,
                        right,
                        step.move() == Step.BotMove.ESCALATE ? "" : "I pass you on.",
                        PACKET,
                        "");
            default -> null;
        };
        if (end == null) {
            return "crashed";
        }
        Object outcome = sending.send(step.ticket(), id -> end);
        if (end instanceof Command.Escalate && outcome instanceof Tickets.Outcome.Done done) {
            escalated.put(key, done.ticket().servingEpoch());
        }
        return outcome;
    }
}

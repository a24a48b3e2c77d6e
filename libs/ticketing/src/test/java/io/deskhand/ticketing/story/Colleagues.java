package io.deskhand.ticketing.story;

import static io.deskhand.ticketing.log.SampleData.ANSWERED;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.ticket.HumanReview;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.TurnKey;
import java.util.List;
import java.util.Set;

/** What agents do with what the bot waits for. As the API does it: they look, then name what they saw, and another step may come between. */
final class Colleagues {

    static final Set<Step.Verb> DO =
            Set.of(Step.Verb.APPROVE, Step.Verb.APPROVE_EDITED, Step.Verb.REJECT, Step.Verb.ANSWER_THE_BOT);

    private final Tickets tickets;
    private final World.Sending sending;

    Colleagues(Tickets tickets, World.Sending sending) {
        this.tickets = tickets;
        this.sending = sending;
    }

    Object play(Step.Agent step) {
        HumanReview.Pending pending = tickets.find(World.id(step.ticket()))
                .map(ticket -> ticket.review().pending())
                .orElse(null);
        if (pending == null) {
            return "nothing waits";
        }
        Owner.Agent me = World.agent(step.who());
        TurnKey turn = pending.turn();
        return sending.send(step.ticket(), id -> switch (step.does()) {
            case APPROVE -> new Command.Approve(id, me, turn, "proposed for " + turn, false, List.of(), ANSWERED);
            case APPROVE_EDITED -> new Command.Approve(id, me, turn, "edited", true, List.of(), ANSWERED);
            case REJECT -> new Command.Reject(id, me, turn, "no, not so");
            default -> new Command.AnswerBot(id, me, turn, "it is so");
        });
    }
}

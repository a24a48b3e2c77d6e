package io.deskhand.chaos.check;

import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.ticket.Status;

/** While the bot has the ticket, every customer message is followed by its whole answer, or by a change of owner. */
final class Answered implements InvariantCheck {

    @Override
    public String name() {
        return "every message to the bot has an answer or an escalation";
    }

    @Override
    public String invariant() {
        return "I12, I20";
    }

    @Override
    public void judge(World world, CheckTally tally) {
        for (Story story : world.stories()) {
            long waiting = 0;
            Turnover turnover = new Turnover();
            for (Logged entry : story.log()) {
                turnover.pass(entry);
                if (!turnover.botMaySpeak()) {
                    waiting = 0;
                } else if (entry.isMessageOf(Role.CUSTOMER)) {
                    tally.looked();
                    waiting = entry.pos();
                } else if (entry.isMessageOf(Role.BOT) && entry.state() == State.FINAL) {
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                tally.found(story, waiting, "the customer still waits for the bot");
            } else if (story.status() == Status.BOT && story.customerWaits()) {
                tally.found(
                        story,
                        story.log().getLast().pos(),
                        "by its own account the ticket's customer waits for the bot");
            }
        }
    }
}

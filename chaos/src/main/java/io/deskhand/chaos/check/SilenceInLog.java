package io.deskhand.chaos.check;

import io.deskhand.ticketing.log.LogEntry.Author.Role;

/** By position in the log: between a change of owner away from the bot and the next boundary, there is no bot message. */
final class SilenceInLog implements InvariantCheck {

    @Override
    public String name() {
        return "no bot text after a claim, an escalation or a resolution, in the log";
    }

    @Override
    public String invariant() {
        return "I1, I2, I6";
    }

    @Override
    public void judge(World world, CheckTally tally) {
        for (Story story : world.stories()) {
            Turnover turnover = new Turnover();
            for (Logged entry : story.log()) {
                turnover.pass(entry);
                if (entry.isMessageOf(Role.BOT)) {
                    tally.looked();
                    if (!turnover.botMaySpeak()) {
                        tally.found(story, entry.pos(), "the bot speaks after " + turnover.since());
                    }
                }
            }
        }
    }
}

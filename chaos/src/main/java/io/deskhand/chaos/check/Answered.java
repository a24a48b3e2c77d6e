package io.deskhand.chaos.check;

/** While the bot has the ticket, every customer message is followed by its whole answer, or by a change of owner. */
final class Answered implements Check {

    @Override
    public String name() {
        return "every message to the bot has an answer or an escalation";
    }

    @Override
    public String invariant() {
        return "I12, I20";
    }

    @Override
    public void judge(World world, Tally tally) {
        for (Story story : world.stories()) {
            long waiting = 0;
            Turnover turnover = new Turnover();
            for (Logged entry : story.log()) {
                turnover.pass(entry);
                if (!turnover.botMaySpeak()) {
                    waiting = 0;
                } else if (entry.isMessageOf("CUSTOMER")) {
                    tally.looked();
                    waiting = entry.pos();
                } else if (entry.isMessageOf("BOT") && entry.state().equals("FINAL")) {
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                tally.found(story, waiting, "the customer still waits for the bot");
            } else if (story.status().equals("BOT") && story.customerWaits()) {
                tally.found(
                        story,
                        story.log().getLast().pos(),
                        "by its own account the ticket's customer waits for the bot");
            }
        }
    }
}

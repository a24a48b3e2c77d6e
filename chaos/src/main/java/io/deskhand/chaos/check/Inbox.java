package io.deskhand.chaos.check;

import io.deskhand.ticketing.ticket.Status;

/** The inbox lists the queued tickets, all of them and no others. */
final class Inbox implements InvariantCheck {

    @Override
    public String name() {
        return "the inbox lists exactly the queued tickets";
    }

    @Override
    public String invariant() {
        return "I17, I22";
    }

    @Override
    public void judge(World world, CheckTally tally) {
        for (Story story : world.stories()) {
            tally.looked();
            boolean queued = story.status() == Status.QUEUED;
            if (queued != world.inbox().contains(story.ticket())) {
                long last = story.log().isEmpty() ? 0 : story.log().getLast().pos();
                tally.found(
                        story,
                        last,
                        queued ? "it is queued and not in the inbox" : "it is in the inbox and not queued");
            }
        }
    }
}

package io.deskhand.chaos.check;

import io.deskhand.chaos.check.Testimony.Escalated;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.ticket.Status;

/** An escalated ticket is in the queue or was claimed since, and an escalation by the button is in the log. */
final class Escalations implements InvariantCheck {

    @Override
    public String name() {
        return "every escalated ticket is queued, claimed or resolved";
    }

    @Override
    public String invariant() {
        return "I8, I11";
    }

    @Override
    public void judge(World world, CheckTally tally) {
        for (Story story : world.stories()) {
            long escalated = 0;
            boolean settled = true;
            for (Logged entry : story.log()) {
                if (entry.kind() == Kind.PACKET) {
                    tally.looked();
                    escalated = entry.pos();
                    settled = false;
                    noticed(story, entry, tally);
                } else if (entry.kind() == Kind.MARKER) {
                    settled = true;
                }
            }
            if (!settled && story.status() != Status.QUEUED && story.status() != Status.OFFERED) {
                tally.found(story, escalated, "it was escalated, nobody claimed it, and it is not queued");
            }
        }
        for (Escalated told : world.testimony().escalations()) {
            tally.looked();
            world.story(told.ticket())
                    .filter(story ->
                            story.log().stream().noneMatch(entry -> entry.kind() == Kind.PACKET || entry.isToAgent()))
                    .ifPresent(
                            story -> tally.found(story, 0, "the button was answered with success, nothing happened"));
        }
    }

    private static void noticed(Story story, Logged packet, CheckTally tally) {
        if (story.at(packet.pos() - 1)
                .filter(entry -> entry.kind() == Kind.NOTICE)
                .isEmpty()) {
            tally.found(story, packet.pos(), "the customer was not told of the escalation");
        }
    }
}

package io.deskhand.chaos.check;

import io.deskhand.ticketing.log.LogEntry.Author.Role;
import org.jspecify.annotations.Nullable;

/** The customer's messages are in the log in the room's order. */
final class CustomerOrder implements InvariantCheck {

    @Override
    public String name() {
        return "customers' messages are in the log in the room's order";
    }

    @Override
    public String invariant() {
        return "I25";
    }

    @Override
    public void judge(World world, CheckTally tally) {
        for (Story story : world.stories()) {
            @Nullable String before = null;
            for (Logged entry : story.log()) {
                String serial = entry.serial();
                if (!entry.isMessageOf(Role.CUSTOMER) || serial == null) {
                    continue;
                }
                tally.looked();
                if (before != null && serial.compareTo(before) <= 0) {
                    tally.found(story, entry.pos(), "it stands behind a message that the customer sent later");
                }
                before = serial;
            }
        }
    }
}

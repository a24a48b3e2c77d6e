package io.deskhand.chaos.check;

import org.jspecify.annotations.Nullable;

/** Relayed entries are in the room in the order of the log. */
final class RelayOrder implements InvariantCheck {

    @Override
    public String name() {
        return "relayed entries have one order in log and room";
    }

    @Override
    public String invariant() {
        return "I3, I6";
    }

    @Override
    public void judge(World world, CheckTally tally) {
        for (Story story : world.stories()) {
            @Nullable Shown before = null;
            for (Shown message : story.messages()) {
                if (message.isCustomers()) {
                    continue;
                }
                tally.looked();
                if (before != null && message.pos() <= before.pos()) {
                    tally.found(
                            story,
                            message.pos(),
                            "in the room position %d stands behind position %d".formatted(message.pos(), before.pos()));
                }
                before = message;
            }
        }
    }
}

package io.deskhand.chaos.check;

import java.time.Duration;

/** No open ticket's next move is overdue for longer than the grace time. */
final class Overdue implements InvariantCheck {

    private final Duration grace;
    private final boolean enforced;

    Overdue(Duration grace, boolean enforced) {
        this.grace = grace;
        this.enforced = enforced;
    }

    @Override
    public boolean enforced() {
        return enforced;
    }

    @Override
    public String name() {
        return "no ticket is overdue and unhandled";
    }

    @Override
    public String invariant() {
        return "I12, I19, I20";
    }

    @Override
    public void judge(World world, CheckTally tally) {
        for (Story story : world.stories()) {
            if (!story.isOpen()) {
                continue;
            }
            tally.looked();
            long last = story.log().isEmpty() ? 0 : story.log().getLast().pos();
            if (story.dueAt() == null) {
                tally.found(story, last, "nobody owes the next move");
            } else if (story.dueAt().plus(grace).isBefore(world.at())) {
                tally.found(story, last, "the next move was due at " + story.dueAt());
            }
        }
    }
}

package io.deskhand.chaos.check;

import java.util.ArrayList;
import java.util.List;

/** How much a check has looked at so far, and what it found. */
final class CheckTally {

    private final List<Violation> violations = new ArrayList<>();
    private int checked;

    /** Counts one thing looked at. */
    void looked() {
        checked++;
    }

    void found(Story story, long pos, String what) {
        violations.add(new Violation(story.ticket(), what, story.around(pos)));
    }

    void found(String ticket, String what) {
        violations.add(new Violation(ticket, what, ""));
    }

    Finding finding(InvariantCheck check) {
        return new Finding(check.name(), check.invariant(), check.enforced(), checked, List.copyOf(violations));
    }
}

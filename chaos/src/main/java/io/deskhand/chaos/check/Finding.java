package io.deskhand.chaos.check;

import java.util.List;

/**
 * What a check found.
 *
 * @param enforced whether a violation fails the run
 * @param checked how many things it looked at
 */
public record Finding(String name, String invariant, boolean enforced, int checked, List<Violation> violations) {

    public boolean passes() {
        return violations.isEmpty() || !enforced;
    }
}

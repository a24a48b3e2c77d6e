package io.deskhand.chaos.check;

/** One thing that must hold. */
interface InvariantCheck {

    /** What must hold, as a sentence. */
    String name();

    /** The invariants that it is about, such as {@code I1}. */
    String invariant();

    /** Whether a violation fails the run; else it is reported alone. */
    default boolean enforced() {
        return true;
    }

    /** Looks at everything, and counts and reports into the tally. */
    void judge(World world, CheckTally tally);
}

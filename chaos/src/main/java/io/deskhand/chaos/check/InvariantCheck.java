package io.deskhand.chaos.check;

/** One invariant, or a few that one look decides. */
interface InvariantCheck {

    /** What must hold, as a sentence. */
    String name();

    /** The invariants that it is about, such as {@code I1}. */
    String invariant();

    /** Returns whether a violation fails the run; otherwise it is only reported. */
    default boolean enforced() {
        return true;
    }

    /** Checks the whole world; counts and violations go into the tally. */
    void judge(World world, CheckTally tally);
}

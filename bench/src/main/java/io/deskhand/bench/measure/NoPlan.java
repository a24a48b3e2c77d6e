package io.deskhand.bench.measure;

/** Lifts the services' own limits, which follow the plan of an Ably app: a plan is not what is measured. */
public final class NoPlan {

    /** More than any benchmark sends. */
    public static final int REQUESTS_PER_SECOND = 100_000;

    private NoPlan() {}
}

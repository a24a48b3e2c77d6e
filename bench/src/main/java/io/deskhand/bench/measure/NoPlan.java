package io.deskhand.bench.measure;

/** The services keep below what the plan of an Ably app allows. The local server knows no plan, and what a plan allows is not what is measured. */
public final class NoPlan {

    /** More than anybody here can ask. */
    public static final int REQUESTS_PER_SECOND = 100_000;

    private NoPlan() {}
}

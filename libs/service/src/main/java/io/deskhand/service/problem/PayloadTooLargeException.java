package io.deskhand.service.problem;

import java.io.IOException;

/** A request's body went over the limit while it was being read. */
public final class PayloadTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    /** @param limit in bytes */
    public PayloadTooLargeException(long limit) {
        super("the body has more than " + limit + " bytes");
        this.limit = limit;
    }

    public Problem problem() {
        return Problem.of(
                ProblemCode.PAYLOAD_TOO_LARGE,
                "read the request",
                "its body has more than " + limit + " bytes",
                java.util.Map.of("limit", limit));
    }
}

package io.deskhand.brain.internal.toolcall;

/** A call without a usable result. Contains no arguments, headers or response. */
final class ToolFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why, as the trace names it and the model is told. */
    enum Kind {
        TIMEOUT("did not answer in time", true),
        UNREACHABLE("could not be reached", true),
        FORBIDDEN_ADDRESS("leads to an address that is not allowed", false),
        REDIRECT("answered with a redirect, which is not followed", false),
        UNAUTHORIZED("did not let us in", false),
        RATE_LIMITED("has had too many calls", false),
        SERVER_ERROR("has a fault", true),
        OVERSIZED("answered with more than is allowed", true),
        GARBLED("answered with something that is not JSON", true);

        final String words;
        /** Whether the call may have taken effect all the same. */
        final boolean uncertain;

        Kind(String words, boolean uncertain) {
            this.words = words;
            this.uncertain = uncertain;
        }
    }

    private final Kind kind;

    ToolFailure(Kind kind) {
        super("the tool " + kind.words);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}

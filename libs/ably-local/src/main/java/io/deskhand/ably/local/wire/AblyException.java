package io.deskhand.ably.local.wire;

/** Carries an {@link AblyError} to the frame or request that caused it. It has no stack trace. */
public final class AblyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient AblyError error;

    AblyException(AblyError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    public AblyError error() {
        return error;
    }
}

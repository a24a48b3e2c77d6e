package io.deskhand.realtime;

import org.jspecify.annotations.Nullable;

/** Ably could not be reached or refused; what was asked may or may not have happened, so it is repeated with the same idempotency key. */
public final class RealtimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RealtimeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

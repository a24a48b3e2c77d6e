package io.deskhand.realtime;

import org.jspecify.annotations.Nullable;

/** Ably was not reachable or refused. The call may have happened, so callers repeat it with the same idempotency key. */
public final class RealtimeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RealtimeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

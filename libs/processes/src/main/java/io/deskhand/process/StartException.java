package io.deskhand.process;

/** A process of the stack did not start, so the run has no result. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StartException(String message) {
        super(message);
    }
}

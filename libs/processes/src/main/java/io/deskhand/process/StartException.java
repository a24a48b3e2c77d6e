package io.deskhand.process;

/** A process could not be brought up: the run says nothing about the product. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StartException(String message) {
        super(message);
    }
}

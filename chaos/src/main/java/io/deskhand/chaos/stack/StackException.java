package io.deskhand.chaos.stack;

/** A part of the stack could not be brought up: the run says nothing about the product. */
public final class StackException extends RuntimeException {

    public StackException(String message) {
        super(message);
    }
}

package io.deskhand.brain.internal.toolcall;

import io.deskhand.brain.PendingCall;

/** What came of a model's call of a tool. */
public sealed interface ToolResult {

    /**
     * It answered.
     *
     * @param json untrusted: to be delimited, never obeyed
     * @param found false when it answered that there is no such thing, or that this cannot be done
     */
    record Answered(String json, boolean found) implements ToolResult {}

    /** Nothing was called; the model is told why and may do better. */
    record Unusable(String message) implements ToolResult {}

    /** The customer has to agree first. */
    record NeedsConsent(PendingCall call) implements ToolResult {}

    /**
     * There is no usable result.
     *
     * @param message for the model
     * @param uncertain whether it may have changed something all the same
     */
    record Failed(String message, boolean uncertain) implements ToolResult {}

    /** The turn was cut before something would have been changed. */
    record Cut() implements ToolResult {}
}

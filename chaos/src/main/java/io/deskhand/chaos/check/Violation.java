package io.deskhand.chaos.check;

/**
 * A broken invariant.
 *
 * @param ticket its id; empty if it is about none
 * @param what one sentence
 * @param story the entries around it; may be empty
 */
public record Violation(String ticket, String what, String story) {}

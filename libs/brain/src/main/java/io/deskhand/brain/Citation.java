package io.deskhand.brain;

/**
 * A passage that supports an answer.
 *
 * @param id the knowledge document's id
 * @param title its title
 * @param url where the customer can read it
 * @param quote the words that support the answer, verbatim from the document
 */
public record Citation(String id, String title, String url, String quote) {}

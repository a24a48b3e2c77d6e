package io.deskhand.brain.knowledge.index;

import io.deskhand.brain.knowledge.embedding.CompactVector;
import java.util.List;
import java.util.function.Predicate;

/**
 * A passage that may answer, with what is needed to judge it.
 *
 * @param cosine closeness in meaning of the whole query and the passage
 * @param words returns whether the passage, its title and headings included, contains a content word
 * @param sentences the vector of each of its sentences
 * @param lexicon of the passage's language
 */
public record Candidate(
        Passage passage, double cosine, Predicate<String> words, List<CompactVector> sentences, Lexicon lexicon) {}

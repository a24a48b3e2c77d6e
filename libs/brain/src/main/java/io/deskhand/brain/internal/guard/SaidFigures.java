package io.deskhand.brain.internal.guard;

import java.util.Set;

/** The figures of what was said, to hold other texts against. */
public final class SaidFigures {

    private final Set<String> figures;

    public SaidFigures(String said) {
        this.figures = Figures.in(said);
    }

    /** Whether a text has no other figures. */
    public boolean include(String text) {
        return figures.containsAll(Figures.in(text));
    }
}

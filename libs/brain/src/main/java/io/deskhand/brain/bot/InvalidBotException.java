package io.deskhand.brain.bot;

import io.deskhand.brain.yaml.FileProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A bot's files cannot be used; carries every problem found, not just the first. */
public final class InvalidBotException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FileProblem> problems;

    public InvalidBotException(String bot, List<FileProblem> problems) {
        super("unable to load bot \"" + bot + "\"; "
                + problems.stream().map(FileProblem::toString).collect(Collectors.joining("\n  ", "\n  ", "")));
        this.problems = List.copyOf(problems);
    }

    public List<FileProblem> problems() {
        return problems;
    }
}

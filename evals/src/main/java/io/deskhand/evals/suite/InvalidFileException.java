package io.deskhand.evals.suite;

import io.deskhand.brain.yaml.FileProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A file cannot be used; says everything that is wrong, not only the first thing. */
public final class InvalidFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<FileProblem> problems;

    public InvalidFileException(List<FileProblem> problems) {
        super(problems.stream().map(FileProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<FileProblem> problems() {
        return problems;
    }
}

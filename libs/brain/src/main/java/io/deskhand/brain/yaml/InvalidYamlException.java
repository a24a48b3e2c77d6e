package io.deskhand.brain.yaml;

/** A text is not usable YAML. */
public final class InvalidYamlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FileProblem problem;

    InvalidYamlException(FileProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public FileProblem problem() {
        return problem;
    }
}

package io.deskhand.evals;

import io.deskhand.evals.gate.GatesFile;
import io.deskhand.evals.suite.InvalidFileException;
import io.deskhand.evals.suite.Suite;
import io.deskhand.evals.suite.SuiteLoader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Checks suites and gates without running anything. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Check suites and gates without running anything.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ValidateCommand implements Callable<Integer> {

    @ParentCommand
    private Evals evals;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InvalidFileException {
        Workspace workspace = evals.workspace();
        List<String> problems = new ArrayList<>();
        List<Suite> suites = List.of();
        try {
            suites = new SuiteLoader().load(workspace.suites(), Set.of());
            suites.stream()
                    .filter(suite -> !Files.isDirectory(workspace.bots().resolve(suite.bot())))
                    .forEach(suite -> problems.add(
                            suite.id() + ".yaml: there is no bot \"" + suite.bot() + "\" below " + workspace.bots()));
        } catch (InvalidFileException e) {
            problems.add(e.getMessage());
        }
        try {
            GatesFile.load(workspace.gates());
        } catch (InvalidFileException e) {
            problems.add(e.getMessage());
        }
        if (!problems.isEmpty()) {
            throw new Evals.UsageException(String.join("\n", problems));
        }
        int cases = suites.stream().mapToInt(suite -> suite.cases().size()).sum();
        spec.commandLine().getOut().println("OK: " + suites.size() + " suites, " + cases + " cases, gates.yaml");
        return 0;
    }
}

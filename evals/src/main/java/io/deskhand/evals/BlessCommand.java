package io.deskhand.evals;

import io.deskhand.evals.report.ResultsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Makes a run the one that later runs are compared with. */
@Command(
        name = "bless",
        mixinStandardHelpOptions = true,
        description = "Make a run the baseline. Commit evals/baselines afterwards.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BlessCommand implements Callable<Integer> {

    @ParentCommand
    private Evals evals;

    @Parameters(arity = "0..1", paramLabel = "RESULTS", description = "results.json (default: the last run's).")
    private @Nullable Path results;

    @Option(names = "--anyway", description = "Also bless a run that failed its gates.")
    private boolean anyway;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Workspace workspace = evals.workspace();
        JsonNode tree = Results.read(results, workspace);
        if (!tree.path("filter").asString().isEmpty()) {
            throw new Evals.UsageException(
                    "only a run over all suites can be a baseline; call \"run\" without filters");
        }
        int exitCode = tree.path("exitCode").asInt();
        if (exitCode != 0 && !(anyway && exitCode == 1)) {
            throw new Evals.UsageException("the run did not pass ("
                    + tree.path("headline").asString() + "); repair it, or say --anyway if only gates failed");
        }
        Path baseline = workspace.baseline(tree.path("model").asString());
        Files.createDirectories(baseline.getParent());
        Files.writeString(baseline, ResultsJson.text(ResultsJson.blessed(tree)));
        spec.commandLine().getOut().println("blessed " + baseline);
        return 0;
    }
}

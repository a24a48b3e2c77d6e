package io.deskhand.evals;

import io.deskhand.evals.bot.Generator;
import io.deskhand.evals.report.ResultsJson;
import io.deskhand.evals.report.RunReport;
import io.deskhand.evals.suite.InvalidFileException;
import io.deskhand.evals.suite.Suite;
import io.deskhand.evals.suite.SuiteLoader;
import io.deskhand.evals.transcript.Transcript;
import io.deskhand.evals.transcript.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Scores recorded transcripts again, so that a change of expectations or gates needs no new run. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = "Judge the transcripts of an earlier run again, with today's suites and gates.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ScoreCommand implements Callable<Integer> {

    @ParentCommand
    private Evals evals;

    @Parameters(
            arity = "0..1",
            paramLabel = "RESULTS",
            description = "results.json of the run (default: the last run's).")
    private @Nullable Path results;

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InvalidFileException, IOException {
        Workspace workspace = evals.workspace();
        JsonNode recorded = Results.read(results, workspace);
        List<Suite> suites = new SuiteLoader().load(workspace.suites(), Set.of());
        List<Trial> trials = new ArrayList<>();
        List<Transcript> transcripts = new ArrayList<>();
        for (Transcript transcript : ResultsJson.transcripts(recorded)) {
            Generator.expand(suites).stream()
                    .filter(trial -> trial.evalCase().id().equals(transcript.caseId()))
                    .findFirst()
                    .ifPresent(trial -> {
                        trials.add(trial);
                        transcripts.add(stillFits(trial, transcript));
                    });
        }
        String model = recorded.path("model").asString();
        RunReport report = RunEvaluation.prepare(workspace, model, model)
                .judge(
                        Instant.parse(recorded.path("startedAt").asString()),
                        recorded.path("filter").asString(),
                        suites,
                        trials,
                        transcripts);
        return output.write(report, workspace, spec.commandLine().getOut());
    }

    /** A transcript of other questions says nothing about these. */
    private static Transcript stillFits(Trial trial, Transcript transcript) {
        List<String> asked =
                trial.evalCase().turns().stream().map(turn -> turn.user()).toList();
        List<String> recorded =
                transcript.exchanges().stream().map(exchange -> exchange.user()).toList();
        boolean fits = transcript.error() != null || asked.equals(recorded);
        return fits
                ? transcript
                : new Transcript(
                        transcript.caseId(),
                        transcript.trial(),
                        List.of(),
                        "the case asks something else now; run it again");
    }
}

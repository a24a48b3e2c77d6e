package io.deskhand.evals;

import io.deskhand.evals.bot.BrainBot;
import io.deskhand.evals.bot.Generator;
import io.deskhand.evals.bot.LocalBrains;
import io.deskhand.evals.report.ProgressLine;
import io.deskhand.evals.report.RunReport;
import io.deskhand.evals.suite.InvalidFileException;
import io.deskhand.evals.suite.Suite;
import io.deskhand.evals.transcript.Transcript;
import io.deskhand.evals.transcript.Trial;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Plays the cases, judges them and holds them against the gates. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Play cases, judge them, hold them against the gates.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RunCommand implements Callable<Integer> {

    @ParentCommand
    private Evals evals;

    @Mixin
    private Selection selection;

    @Mixin
    private ModelOptions modelOptions;

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InvalidFileException, IOException, InterruptedException {
        Workspace workspace = evals.workspace();
        ModelUnderTest model = modelOptions.choose(workspace, evals.environment());
        RunEvaluation evaluation = RunEvaluation.prepare(workspace, model.name(), model.model());
        List<Suite> suites = selection.load(workspace);
        List<Trial> trials = Generator.expand(suites);
        ProgressLine progress = new ProgressLine(System.err, Ansi.AUTO.enabled(), trials.size());
        try (LocalBrains brains = model.brains(workspace)) {
            List<String> without = brains.withoutVariant(
                    suites.stream().map(Suite::bot).distinct().toList());
            if (!without.isEmpty()) {
                throw new Evals.UsageException(String.join("\n", without));
            }
            Instant startedAt = evals.clock().instant().truncatedTo(ChronoUnit.SECONDS);
            Generator generator = new Generator(model.watched(new BrainBot(brains)));
            List<Transcript> transcripts = generator.play(trials, transcript -> {
                model.played();
                progress.accept(transcript);
            });
            RunReport report = evaluation.judge(startedAt, selection.words(), suites, trials, transcripts);
            return output.write(report, workspace, spec.commandLine().getOut());
        }
    }
}

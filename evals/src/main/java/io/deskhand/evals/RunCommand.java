package io.deskhand.evals;

import io.deskhand.brain.BrainSettings;
import io.deskhand.brain.Brains;
import io.deskhand.brain.bot.InvalidBotException;
import io.deskhand.evals.bot.BrainBot;
import io.deskhand.evals.bot.Generator;
import io.deskhand.evals.bot.LocalBrains;
import io.deskhand.evals.report.Progress;
import io.deskhand.evals.report.Report;
import io.deskhand.evals.suite.Suite;
import io.deskhand.evals.transcript.Play;
import io.deskhand.evals.transcript.Transcript;
import io.deskhand.evals.yaml.InvalidFileException;
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
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InvalidFileException, IOException, InterruptedException {
        Workspace workspace = evals.workspace();
        Judging judging = Judging.prepare(workspace);
        List<Suite> suites = selection.load(workspace);
        List<Play> plays = Generator.expand(suites);
        Progress progress = new Progress(System.err, Ansi.AUTO.enabled(), plays.size());
        try (LocalBrains brains = brains(workspace)) {
            Instant startedAt = evals.clock().instant().truncatedTo(ChronoUnit.SECONDS);
            List<Transcript> transcripts = new Generator(new BrainBot(brains)).play(plays, progress);
            Report report = judging.judge(startedAt, selection.words(), suites, plays, transcripts);
            return output.write(report, workspace, spec.commandLine().getOut());
        }
    }

    private static LocalBrains brains(Workspace workspace) throws IOException {
        try {
            return new LocalBrains(workspace.prompts(), prompts -> Brains.create(BrainSettings.extractive(), prompts));
        } catch (InvalidBotException | IllegalArgumentException e) {
            throw new Evals.UsageException(String.valueOf(e.getMessage()));
        }
    }
}

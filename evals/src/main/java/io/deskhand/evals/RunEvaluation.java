package io.deskhand.evals;

import io.deskhand.brain.bot.Article;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.BotFiles;
import io.deskhand.brain.bot.InvalidBotException;
import io.deskhand.evals.gate.Baseline;
import io.deskhand.evals.gate.Conclusion;
import io.deskhand.evals.gate.GateCheck;
import io.deskhand.evals.gate.GateEvaluator;
import io.deskhand.evals.gate.Gates;
import io.deskhand.evals.gate.Gates.Quarantine;
import io.deskhand.evals.gate.GatesFile;
import io.deskhand.evals.gate.Run;
import io.deskhand.evals.metric.Metrics;
import io.deskhand.evals.report.ResultsJson;
import io.deskhand.evals.report.RunReport;
import io.deskhand.evals.score.CaseScore;
import io.deskhand.evals.score.CaseScorer;
import io.deskhand.evals.score.SourceTexts;
import io.deskhand.evals.suite.InvalidFileException;
import io.deskhand.evals.suite.Suite;
import io.deskhand.evals.transcript.Transcript;
import io.deskhand.evals.transcript.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From transcripts to a report: score, aggregate, gate. */
final class RunEvaluation {

    private final Workspace workspace;
    private final String model;
    private final Gates gates;
    private final @Nullable Baseline baseline;

    private RunEvaluation(Workspace workspace, String model, Gates gates, @Nullable Baseline baseline) {
        this.workspace = workspace;
        this.model = model;
        this.gates = gates;
        this.baseline = baseline;
    }

    /**
     * @param model "extractive" or the model's name, with the variant if one was chosen; baselines of each are kept apart
     * @param otherwise whose baseline counts while there is none of its own
     * @throws InvalidFileException if gates.yaml is wrong
     */
    static RunEvaluation prepare(Workspace workspace, String model, String otherwise)
            throws InvalidFileException, IOException {
        Path own = workspace.baseline(model);
        Path file = Files.exists(own) ? own : workspace.baseline(otherwise);
        Baseline baseline = Files.exists(file) ? ResultsJson.baseline(ResultsJson.parse(Files.readString(file))) : null;
        return new RunEvaluation(workspace, model, GatesFile.load(workspace.gates()), baseline);
    }

    /**
     * @param plays what was played
     * @param transcripts one for each play, in the same order
     */
    RunReport judge(
            Instant startedAt, String filter, List<Suite> suites, List<Trial> trials, List<Transcript> transcripts)
            throws IOException {
        CaseScorer scorer = new CaseScorer(sources(suites));
        Map<String, Quarantine> quarantined = quarantined(startedAt);
        List<CaseScore> scores = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            CaseScore score = scorer.score(trials.get(i).bot(), trials.get(i).evalCase(), transcripts.get(i));
            Quarantine quarantine = quarantined.get(score.evalCase().id());
            scores.add(
                    quarantine == null
                            ? score
                            : score.skipped("quarantined until " + quarantine.until() + ": " + quarantine.reason()));
        }
        Run run =
                new Run(startedAt, model, filter, scores, Metrics.of(scores, gates.missedCost(), gates.needlessCost()));
        List<GateCheck> checks = GateEvaluator.check(gates, run, baseline);
        return new RunReport(run, checks, baseline, Conclusion.of(run, gates, checks));
    }

    private Map<String, Quarantine> quarantined(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return gates.quarantine().stream()
                .filter(quarantine -> today.isBefore(quarantine.until()))
                .collect(Collectors.toMap(Quarantine::caseId, quarantine -> quarantine, (a, b) -> a));
    }

    private Map<String, SourceTexts> sources(List<Suite> suites) throws IOException {
        Map<String, SourceTexts> sources = new HashMap<>();
        for (Suite suite : suites) {
            if (!sources.containsKey(suite.bot())) {
                sources.put(suite.bot(), sources(suite.bot()));
            }
        }
        return sources;
    }

    private static String words(Article article) {
        return article.title() + "\n" + article.markdown();
    }

    private SourceTexts sources(String id) throws IOException {
        Path folder = workspace.bots().resolve(id);
        if (!Files.isDirectory(folder)) {
            throw new Evals.UsageException("there is no bot \"" + id + "\" below " + workspace.bots());
        }
        try {
            Bot bot = BotFiles.load(folder);
            return new SourceTexts(
                    bot.articles().stream().collect(Collectors.toMap(Article::id, RunEvaluation::words)),
                    prompts(folder));
        } catch (InvalidBotException e) {
            throw new Evals.UsageException(Optional.ofNullable(e.getMessage()).orElse("the bot is unusable"));
        }
    }

    /** Of all variants: none of it may leak. */
    private static String prompts(Path folder) throws IOException {
        StringBuilder prompts = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                prompts.append(Files.readString(file)).append('\n');
            }
        }
        return prompts.toString();
    }
}

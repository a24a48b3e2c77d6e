package io.deskhand.evals;

import io.deskhand.brain.yaml.FileProblem;
import io.deskhand.evals.suite.EvalCase;
import io.deskhand.evals.suite.InvalidFileException;
import io.deskhand.evals.suite.Suite;
import io.deskhand.evals.suite.SuiteLoader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cases a command is about. */
final class Selection {

    @Option(names = "--suite", split = ",", paramLabel = "SUITE", description = "Only these suites (default: all).")
    private Set<String> suites = new LinkedHashSet<>();

    @Option(names = "--tag", split = ",", paramLabel = "TAG", description = "Only cases with one of these tags.")
    private Set<String> tags = new LinkedHashSet<>();

    @Option(names = "--case", split = ",", paramLabel = "ID", description = "Only these cases.")
    private Set<String> cases = new LinkedHashSet<>();

    @Option(names = "--trials", paramLabel = "N", description = "Play each case N times, whatever the suite says.")
    private @Nullable Integer trials;

    /**
     * @return suites with the chosen cases alone; suites without any are left out
     * @throws InvalidFileException if any suite is wrong, or a case that was named does not exist
     */
    List<Suite> load(Workspace workspace) throws InvalidFileException {
        List<Suite> all = new SuiteLoader().load(workspace.suites(), suites);
        Set<String> unknown = new LinkedHashSet<>(cases);
        List<Suite> chosen = new ArrayList<>();
        for (Suite suite : all) {
            suite.cases().forEach(evalCase -> unknown.remove(evalCase.id()));
            List<EvalCase> kept = suite.cases().stream()
                    .filter(this::chosen)
                    .map(this::withTrials)
                    .toList();
            if (!kept.isEmpty()) {
                chosen.add(new Suite(suite.id(), suite.bot(), suite.description(), suite.clock(), kept));
            }
        }
        if (!unknown.isEmpty()) {
            throw new InvalidFileException(unknown.stream()
                    .map(id -> new FileProblem("--case " + id, 0, "there is no such case; see \"list\""))
                    .toList());
        }
        return chosen;
    }

    /** A description of the selection; empty when everything is selected. */
    String words() {
        List<String> words = new ArrayList<>();
        add(words, "suite", suites);
        add(words, "tag", tags);
        add(words, "case", cases);
        return String.join("; ", words);
    }

    private static void add(List<String> words, String name, Set<String> values) {
        if (!values.isEmpty()) {
            words.add(name + " " + String.join(", ", values));
        }
    }

    private boolean chosen(EvalCase evalCase) {
        boolean byCase = cases.isEmpty() || cases.contains(evalCase.id());
        boolean byTag = tags.isEmpty() || evalCase.tags().stream().anyMatch(tags::contains);
        return byCase && byTag;
    }

    private EvalCase withTrials(EvalCase evalCase) {
        return trials == null ? evalCase : evalCase.withTrials(trials);
    }
}

package io.deskhand.evals.suite;

import io.deskhand.brain.yaml.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Loads suites; refuses all of them if one is wrong, with every problem found. */
public final class SuiteLoader {

    /**
     * @param folder where the suites are
     * @param only ids of suites to load; empty = all
     * @return in order of filenames
     * @throws InvalidFileException with all problems, also when a suite is unknown or a case id is used twice
     */
    public List<Suite> load(Path folder, Set<String> only) throws InvalidFileException {
        List<Path> files = files(folder);
        List<FileProblem> problems = new ArrayList<>();
        Set<String> known = files.stream().map(SuiteLoader::id).collect(Collectors.toSet());
        only.stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> problems.add(new FileProblem(
                        id + ".yaml",
                        0,
                        "",
                        "there is no such suite; known: "
                                + String.join(", ", known.stream().sorted().toList()))));
        List<Suite> suites = new ArrayList<>();
        for (Path file : files) {
            try {
                suites.add(load(file));
            } catch (InvalidFileException e) {
                problems.addAll(e.problems());
            }
        }
        problems.addAll(clashes(suites));
        if (!problems.isEmpty()) {
            throw new InvalidFileException(problems);
        }
        return suites.stream()
                .filter(suite -> only.isEmpty() || only.contains(suite.id()))
                .toList();
    }

    /** @throws InvalidFileException with all problems of the file */
    public Suite load(Path file) throws InvalidFileException {
        SuiteReader reader = new SuiteReader(CheckedFile.read(file, "suite.schema.json"));
        Suite suite = reader.read();
        if (!reader.problems().isEmpty()) {
            throw new InvalidFileException(reader.problems());
        }
        return suite;
    }

    private static List<FileProblem> clashes(List<Suite> suites) {
        List<FileProblem> problems = new ArrayList<>();
        Map<String, String> owner = new HashMap<>();
        for (Suite suite : suites) {
            for (EvalCase evalCase : suite.cases()) {
                String other = owner.putIfAbsent(evalCase.id(), suite.id());
                if (other != null) {
                    problems.add(new FileProblem(
                            suite.id() + ".yaml",
                            0,
                            evalCase.id(),
                            "the id is also used in " + other + ".yaml; rename the newer one"));
                }
            }
        }
        return problems;
    }

    private static List<Path> files(Path folder) throws InvalidFileException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InvalidFileException(List.of(new FileProblem(
                    folder.toString(), 0, "", "unable to list the folder of suites; " + e.getMessage())));
        }
    }

    private static String id(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".yaml".length());
    }
}

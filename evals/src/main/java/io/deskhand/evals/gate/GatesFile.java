package io.deskhand.evals.gate;

import io.deskhand.brain.yaml.FileProblem;
import io.deskhand.brain.yaml.YamlSource;
import io.deskhand.evals.gate.Gates.Bound;
import io.deskhand.evals.gate.Gates.Quarantine;
import io.deskhand.evals.score.MetricId;
import io.deskhand.evals.suite.CheckedFile;
import io.deskhand.evals.suite.InvalidFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads gates.yaml. */
public final class GatesFile {

    private final YamlSource file;
    private final List<FileProblem> problems = new ArrayList<>();

    private GatesFile(YamlSource file) {
        this.file = file;
    }

    /** @throws InvalidFileException with all problems of the file */
    public static Gates load(Path path) throws InvalidFileException {
        GatesFile file = new GatesFile(CheckedFile.read(path, "gates.schema.json"));
        Gates gates = file.read();
        if (!file.problems.isEmpty()) {
            throw new InvalidFileException(file.problems);
        }
        return gates;
    }

    private Gates read() {
        JsonNode root = file.json();
        JsonNode baseline = root.path("baseline");
        List<MetricId> zero = new ArrayList<>();
        int index = 0;
        for (JsonNode node : root.path("zero")) {
            add(zero, metric(node.asString(), "/zero/" + index++));
        }
        List<Bound> bounds = new ArrayList<>();
        bounds("floors", bounds);
        bounds("ceilings", bounds);
        Map<MetricId, Double> maxDrop = new LinkedHashMap<>();
        baseline.path("max_drop").properties().forEach(drop -> {
            MetricId id = metric(drop.getKey(), "/baseline/max_drop/" + drop.getKey());
            if (id != null) {
                maxDrop.put(id, drop.getValue().asDouble());
            }
        });
        return new Gates(
                root.path("handoff_cost").path("missed").asDouble(5),
                root.path("handoff_cost").path("needless").asDouble(1),
                root.path("run").path("max_error_rate").asDouble(),
                zero,
                bounds,
                baseline.has("alpha") ? baseline.path("alpha").asDouble() : null,
                maxDrop,
                quarantine(root.path("quarantine")));
    }

    private void bounds(String section, List<Bound> bounds) {
        file.json().path(section).properties().forEach(entry -> {
            String pointer = "/" + section + "/" + entry.getKey();
            MetricId id = metric(entry.getKey(), pointer);
            if (id == null) {
                return;
            }
            entry.getValue().properties().forEach(limit -> {
                Bound.Kind kind = Bound.Kind.valueOf(limit.getKey().toUpperCase(Locale.ROOT));
                bounds.add(new Bound(id, kind, limit.getValue().asDouble()));
                boolean interval = kind == Bound.Kind.MIN_LOWER || kind == Bound.Kind.MAX_UPPER;
                boolean share = id.kind() == MetricId.Kind.SHARE || id.kind() == MetricId.Kind.SHARE_LOW;
                if (interval && !share) {
                    problem(pointer + "/" + limit.getKey(), entry.getKey() + " has no interval; use min or max");
                }
            });
        });
    }

    private static List<Quarantine> quarantine(JsonNode node) {
        return node.valueStream()
                .map(entry -> new Quarantine(
                        entry.path("case").asString(),
                        LocalDate.parse(entry.path("until").asString()),
                        entry.path("reason").asString()))
                .toList();
    }

    private @Nullable MetricId metric(String key, String pointer) {
        MetricId id = MetricId.of(key).orElse(null);
        if (id == null) {
            problem(
                    pointer,
                    "unknown metric \"" + key + "\"; known: "
                            + String.join(
                                    ", ",
                                    Arrays.stream(MetricId.values())
                                            .map(MetricId::key)
                                            .toList()));
        }
        return id;
    }

    private static void add(List<MetricId> list, @Nullable MetricId id) {
        if (id != null) {
            list.add(id);
        }
    }

    private void problem(String pointer, String message) {
        problems.add(new FileProblem(file.file(), file.line(pointer), message));
    }
}

package io.deskhand.evals.gate;

import io.deskhand.evals.gate.Gates.Bound;
import io.deskhand.evals.gate.Gates.Quarantine;
import io.deskhand.evals.score.MetricId;
import io.deskhand.evals.yaml.InvalidFileException;
import io.deskhand.evals.yaml.Problem;
import io.deskhand.evals.yaml.SchemaCheck;
import io.deskhand.evals.yaml.YamlFile;
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

    private final YamlFile file;
    private final List<Problem> problems = new ArrayList<>();

    private GatesFile(YamlFile file) {
        this.file = file;
    }

    /** @throws InvalidFileException with all problems of the file */
    public static Gates load(Path path) throws InvalidFileException {
        YamlFile yaml = YamlFile.read(path);
        GatesFile file = new GatesFile(yaml);
        file.problems.addAll(new SchemaCheck("gates.schema.json").problems(yaml));
        Gates gates = file.problems.isEmpty() ? file.read() : null;
        if (gates == null || !file.problems.isEmpty()) {
            throw new InvalidFileException(file.problems);
        }
        return gates;
    }

    private Gates read() {
        JsonNode root = file.root();
        JsonNode baseline = root.path("baseline");
        List<MetricId> zero = new ArrayList<>();
        root.path("zero").forEach(node -> add(zero, metric(node.asString(), node)));
        List<Bound> bounds = new ArrayList<>();
        bounds(root.path("floors"), bounds);
        bounds(root.path("ceilings"), bounds);
        Map<MetricId, Double> maxDrop = new LinkedHashMap<>();
        baseline.path("max_drop").properties().forEach(drop -> {
            MetricId id = metric(drop.getKey(), drop.getValue());
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

    private void bounds(JsonNode node, List<Bound> bounds) {
        node.properties().forEach(entry -> {
            MetricId id = metric(entry.getKey(), entry.getValue());
            if (id == null) {
                return;
            }
            entry.getValue().properties().forEach(limit -> {
                Bound.Kind kind = Bound.Kind.valueOf(limit.getKey().toUpperCase(Locale.ROOT));
                bounds.add(new Bound(id, kind, limit.getValue().asDouble()));
                boolean interval = kind == Bound.Kind.MIN_LOWER || kind == Bound.Kind.MAX_UPPER;
                boolean share = id.kind() == MetricId.Kind.SHARE || id.kind() == MetricId.Kind.SHARE_LOW;
                if (interval && !share) {
                    problem(limit.getValue(), entry.getKey() + " has no interval; use min or max");
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

    private @Nullable MetricId metric(String key, JsonNode node) {
        MetricId id = MetricId.of(key).orElse(null);
        if (id == null) {
            problem(
                    node,
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

    private void problem(JsonNode node, String message) {
        problems.add(new Problem(file.name(), YamlFile.line(node), "", message));
    }
}

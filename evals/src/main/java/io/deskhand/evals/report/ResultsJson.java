package io.deskhand.evals.report;

import io.deskhand.evals.gate.Baseline;
import io.deskhand.evals.gate.GateCheck;
import io.deskhand.evals.gate.Run;
import io.deskhand.evals.metric.Interval;
import io.deskhand.evals.metric.Metric;
import io.deskhand.evals.score.CaseScore;
import io.deskhand.evals.score.CheckResult;
import io.deskhand.evals.score.MetricId;
import io.deskhand.evals.transcript.Transcript;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** results.json, version 1. Two runs over the same files differ in {@code startedAt} alone. */
public final class ResultsJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .defaultPrettyPrinter(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private ResultsJson() {}

    /** The whole report. */
    public static ObjectNode tree(RunReport report) {
        Run run = report.run();
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", 1);
        root.put("startedAt", run.startedAt().toString());
        root.put("model", run.model());
        root.put("filter", run.filter());
        root.put("verdict", report.conclusion().result().name().toLowerCase(Locale.ROOT));
        root.put("exitCode", report.conclusion().exitCode());
        root.put("headline", report.conclusion().headline());
        ArrayNode metrics = root.putArray("metrics");
        run.metrics().values().forEach(metric -> metric(metrics.addObject(), metric));
        ArrayNode gates = root.putArray("gates");
        for (GateCheck gate : report.gates()) {
            ObjectNode node = gates.addObject();
            node.put("rule", gate.rule()).put("actual", gate.actual());
            node.put("status", gate.status().name().toLowerCase(Locale.ROOT));
        }
        ArrayNode cases = root.putArray("cases");
        run.scores().forEach(score -> score(cases.addObject(), score));
        return root;
    }

    /** With two spaces and line feeds, whatever the platform; ends with a line feed. */
    public static String text(JsonNode tree) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }

    /** A blessed file, for comparison. */
    public static Baseline baseline(JsonNode results) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (JsonNode node : results.path("cases")) {
            String verdict = node.path("verdict").asString();
            verdicts.merge(node.path("id").asString(), verdict, (a, b) -> a.equals("pass") ? b : a);
        }
        Map<MetricId, Double> metrics = new EnumMap<>(MetricId.class);
        for (JsonNode node : results.path("metrics")) {
            if (node.path("value").isNumber()) {
                MetricId.of(node.path("id").asString())
                        .ifPresent(id -> metrics.put(id, node.path("value").asDouble()));
            }
        }
        return new Baseline(verdicts, metrics);
    }

    /** What a baseline keeps: verdicts and figures, no texts. */
    public static ObjectNode blessed(JsonNode results) {
        ObjectNode root = JSON.createObjectNode();
        root.set("schema", results.path("schema"));
        root.set("model", results.path("model"));
        root.set("metrics", results.path("metrics"));
        ArrayNode cases = root.putArray("cases");
        for (JsonNode node : results.path("cases")) {
            cases.addObject()
                    .put("id", node.path("id").asString())
                    .put("trial", node.path("trial").asInt())
                    .put("verdict", node.path("verdict").asString());
        }
        return root;
    }

    /** The transcripts of a run, in its order. */
    public static List<Transcript> transcripts(JsonNode results) {
        return results.path("cases")
                .valueStream()
                .map(node -> JSON.treeToValue(node.path("transcript"), Transcript.class))
                .toList();
    }

    public static JsonNode parse(String text) {
        return JSON.readTree(text);
    }

    private static void metric(ObjectNode node, Metric metric) {
        Interval interval = metric.interval();
        node.put("id", metric.id().key());
        node.put("label", metric.id().label());
        node.put("n", rounded(metric.n()));
        node.put("value", rounded(metric.value()));
        node.put("low", interval == null ? null : rounded(interval.low()));
        node.put("high", interval == null ? null : rounded(interval.high()));
    }

    private static void score(ObjectNode node, CaseScore score) {
        node.put("id", score.evalCase().id());
        node.put("suite", score.evalCase().suite());
        node.put("cluster", score.evalCase().cluster());
        node.put("severity", score.evalCase().severity().name().toLowerCase(Locale.ROOT));
        ArrayNode tags = node.putArray("tags");
        score.evalCase().tags().stream().sorted().forEach(tags::add);
        node.put("trial", score.transcript().trial());
        node.put("verdict", score.verdict().word());
        node.put("why", score.why());
        ArrayNode checks = node.putArray("checks");
        for (CheckResult check : score.checks()) {
            ObjectNode child = checks.addObject();
            child.put("turn", check.turn()).put("name", check.name());
            child.put("verdict", check.verdict().word())
                    .put("why", check.verdict().why());
        }
        node.set("transcript", JSON.valueToTree(score.transcript()));
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : Math.round(value * 1e6) / 1e6;
    }
}

package io.deskhand.bench;

import io.deskhand.bench.answer.AnswerBench;
import io.deskhand.bench.measure.Bench;
import io.deskhand.bench.measure.Bench.Part;
import io.deskhand.bench.measure.Bench.Progress;
import io.deskhand.bench.measure.Row;
import io.deskhand.bench.realtime.RealtimeBench;
import io.deskhand.bench.retrieval.RetrievalBench;
import io.deskhand.bench.tickets.TicketsBench;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./deskhand bench NAME}: runs a benchmark and prints its table. */
@Command(
        name = "bench",
        description = "Runs a benchmark: every figure beside its raw limit, in one run.",
        mixinStandardHelpOptions = true)
public final class Benches implements Callable<Integer> {

    private static final List<Bench> ALL =
            List.of(new RealtimeBench(), new TicketsBench(), new AnswerBench(), new RetrievalBench());

    private final InstantSource clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "Which one: realtime, tickets, answer, retrieval.")
    private String name = "";

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Only these parts of it, such as: cut,send.")
    private List<String> only = List.of();

    @Option(names = "--json", description = "Prints one JSON object instead of the table.")
    private boolean json;

    @Option(names = "--check", description = "Ends with 1 when a figure misses its goal.")
    private boolean check;

    Benches(InstantSource clock) {
        this.clock = clock;
    }

    public static void main(String[] args) {
        System.exit(new CommandLine(new Benches(InstantSource.system())).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Bench bench = ALL.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElse(null);
        if (bench == null) {
            return unknown("benchmark", name, ALL.stream().map(Bench::name).toList());
        }
        List<String> names = bench.parts().stream().map(Part::name).toList();
        for (String wanted : only) {
            if (!names.contains(wanted)) {
                return unknown("part", wanted, names);
            }
        }
        Instant began = clock.instant();
        List<Row> rows = measure(bench);
        print(bench.name(), began, rows);
        boolean missed = rows.stream().anyMatch(row -> Boolean.FALSE.equals(row.holds()));
        return check && missed ? 1 : 0;
    }

    private int unknown(String what, String asked, List<String> known) {
        spec.commandLine()
                .getErr()
                .println("bench: there is no " + what + " \"" + asked + "\"; there are: " + String.join(", ", known));
        return 2;
    }

    private List<Row> measure(Bench bench) throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = step -> {
            err.println("  " + step);
            err.flush();
        };
        List<Row> rows = new ArrayList<>();
        for (Part part : bench.parts()) {
            if (only.isEmpty() || only.contains(part.name())) {
                part.measurement().run(rows, progress);
            }
        }
        return rows;
    }

    private void print(String bench, Instant at, List<Row> rows) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("bench", bench);
            report.put("at", at.toString());
            report.put("machine", machine());
            report.put("rows", rows);
            out.println(JsonMapper.builder().build().writeValueAsString(report));
        } else {
            out.println(bench + " on " + machine() + ", " + at);
            out.printf("%-52s %12s %9s %12s %8s  %s%n", "metric", "median", "±", "beside", "ratio", "goal");
            rows.forEach(row -> out.println(line(row)));
        }
        out.flush();
    }

    private static String line(Row row) {
        String mark = row.holds() == null ? "" : row.holds() ? " ✓" : " ✗";
        return String.format(
                Locale.ROOT,
                "%-52s %12s %9s %12s %8s  %s%s",
                row.metric() + ", " + row.unit(),
                figure(row.value()),
                figure(row.spread()),
                row.baseline() == null ? "" : figure(row.baseline()),
                row.ratio() == null ? "" : String.format(Locale.ROOT, "%.2f", row.ratio()),
                row.goal() == null ? "" : row.goal(),
                mark);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.2f", value);
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return "%s %s, %d cores, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        runtime.availableProcessors(),
                        System.getProperty("java.version"));
    }
}

package io.deskhand.evals;

import io.deskhand.evals.report.HtmlReport;
import io.deskhand.evals.report.JunitXml;
import io.deskhand.evals.report.ResultsJson;
import io.deskhand.evals.report.RunReport;
import io.deskhand.evals.report.TerminalReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Where a report goes. */
final class Output {

    static final String RESULTS = "results.json";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for results.json, junit.xml and report.html (default: evals/target/results).")
    private @Nullable Path folder;

    @Option(names = "--json", paramLabel = "FILE", description = "Write results.json to this file, too.")
    private @Nullable Path json;

    @Option(names = "--show-heldout", description = "Also say why held-out cases failed. Do not tune on what you read.")
    private boolean showHeldOut;

    /** @return the exit code */
    int write(RunReport report, Workspace workspace, PrintWriter out) throws IOException {
        Path target = folder == null ? workspace.results() : folder;
        Files.createDirectories(target);
        JsonNode tree = ResultsJson.tree(report);
        String text = ResultsJson.text(tree);
        Files.writeString(target.resolve(RESULTS), text);
        Files.writeString(target.resolve("junit.xml"), JunitXml.of(report.run()));
        Files.writeString(target.resolve("report.html"), HtmlReport.of(tree));
        if (json != null) {
            Files.writeString(json, text);
        }
        new TerminalReport(out, Ansi.AUTO.enabled(), showHeldOut)
                .print(report, target.resolve("report.html").toString());
        return report.conclusion().exitCode();
    }
}

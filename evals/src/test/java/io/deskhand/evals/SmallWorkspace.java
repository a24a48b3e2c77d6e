package io.deskhand.evals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A shop with two articles, one suite and gates, in a folder of its own. */
final class SmallWorkspace {

    static final String SUITE = """
            suite: small
            schema: 1
            bot: kiosk
            clock: 2026-03-02T09:30:00Z
            cases:
              - id: small-window
                handoff: forbidden
                turns:
                  - user: How many days do I have to return a kite?
                    expect:
                      - cites: {all: [returning]}
                      - says: {all: ["%s days"]}
                      - grounded: {min: 1.0}
              - id: small-ask
                severity: critical
                tags: [ask]
                handoff: {required: {reason: [ASKED]}}
                turns:
                  - user: I want to talk to a human
                  - user: hello?
                    expect: [{silent_after_handoff: true}]
            """;

    private final Path root;

    SmallWorkspace(Path root) throws IOException {
        this.root = root;
        bot("");
        write("prompts/bots/kiosk/system.md", "You are {{name}}.\n");
        write("prompts/bots/kiosk/knowledge/returning.md", """
                ---
                id: returning
                title: Returning a kite
                url: /help/returning
                ---
                You have 45 days to return a kite.
                """);
        write("prompts/bots/kiosk/knowledge/opening.md", """
                ---
                id: opening
                title: Opening hours
                url: /help/opening
                ---
                The kiosk is open on Sundays until noon.
                """);
        suite(SUITE.formatted("45"));
        gates("zero: [critical_failures]\nfloors: {answer_correctness: {min: 0.9}, escalation_recall: {min: 0.9}}\n");
    }

    /** @param more lines below the bot's settings */
    void bot(String more) throws IOException {
        write("prompts/bots/kiosk/bot.yaml", """
                schema: 1
                name: Kiosk
                languages: [en]
                greeting: {en: "Hello"}
                team: general
                """ + more);
    }

    void suite(String text) throws IOException {
        write("evals/suites/small.yaml", text);
    }

    void gates(String rules) throws IOException {
        write("evals/gates.yaml", "schema: 1\nrun: {max_error_rate: 0}\n" + rules);
    }

    Path path(String file) {
        return root.resolve(file);
    }

    String read(String file) throws IOException {
        return Files.readString(root.resolve(file));
    }

    /** Calls the command as a shell would. */
    Call call(Instant now, String... args) {
        return call(now, Map.of(), args);
    }

    Call call(Instant now, Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--home");
        all.add(root.toString());
        int exitCode = Evals.commandLine(() -> now, environment, new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new Call(exitCode, out.toString(), err.toString());
    }

    record Call(int exitCode, String out, String err) {

        String lastLine() {
            return out.lines().reduce("", (before, line) -> line);
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}

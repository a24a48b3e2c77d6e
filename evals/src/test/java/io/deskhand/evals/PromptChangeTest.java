package io.deskhand.evals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the gate closes when somebody breaks the demo store, and is open when nobody has. */
class PromptChangeTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void copy_prompts_suites_and_gates() throws IOException {
        Path root = Workspace.around(Path.of("")).root();
        copy(root.resolve("prompts/bots/demo-store"), folder.resolve("prompts/bots/demo-store"));
        copy(root.resolve("evals/suites"), folder.resolve("evals/suites"));
        copy(root.resolve("evals/gates.yaml"), folder.resolve("evals/gates.yaml"));
    }

    @Test
    void the_sensitive_suite_passes_as_it_is_and_fails_when_one_phrase_is_lost() throws IOException {
        assertThat(run()).startsWith("PASSED");

        Path bot = folder.resolve("prompts/bots/demo-store/bot.yaml");
        String before = Files.readString(bot);
        String after = before.replace("      - \"chargeback*\"\n", "");
        assertThat(after).isNotEqualTo(before);
        Files.writeString(bot, after);

        assertThat(run()).startsWith("FAILED");
    }

    private String run() {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        Evals.commandLine(() -> Instant.EPOCH, Map.of(), writer, writer)
                .execute("run", "--suite", "sensitive", "--home", folder.toString());
        return out.toString().lines().reduce("", (before, line) -> line);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }
}

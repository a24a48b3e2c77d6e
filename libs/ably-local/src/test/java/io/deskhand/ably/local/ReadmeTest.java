package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The Java in README.md, copied as it stands but for the port. Its JavaScript is run by the SDK tests. */
@DisplayName("README")
@Timeout(60)
class ReadmeTest {
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static List<String> programs() throws IOException {
        return JAVA.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @Test
    void the_program_with_ably_java_prints_what_it_says(@TempDir Path folder) throws Exception {
        try (AblyLocal server = AblyLocal.start(AblyLocalOptions.defaults())) {
            String program = programs().getFirst().replace("8082", Integer.toString(server.port()));
            try (BufferedReader out = run(folder.resolve("Hello.java"), program)) {
                assertThat(out.readLine()).isEqualTo("hello from ably-java");
            }
        }
    }

    @Test
    void the_example_of_embedding_runs(@TempDir Path folder) throws Exception {
        String program = "import io.deskhand.ably.local.*;\nimport io.deskhand.ably.local.faults.ServerFault;\n"
                + "class Embed { public static void main(String[] args) {\n"
                + programs().get(1) + "System.out.println(\"done\"); } }\n";
        try (BufferedReader out = run(folder.resolve("Embed.java"), program)) {
            assertThat(out.readLine()).isEqualTo("done");
        }
    }

    /** Starts a program of one source file; its output ends when the reader is closed, and so does the program. */
    private static BufferedReader run(Path file, String program) throws IOException {
        Files.writeString(file, program);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new BufferedReader(process.inputReader(StandardCharsets.UTF_8)) {
            @Override
            public void close() throws IOException {
                process.destroy();
                super.close();
            }
        };
    }

    @Test
    void every_option_of_the_command_is_described() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (String option : List.of("--port", "--key", "--limits", "--faults")) {
            Matcher described = Pattern.compile(Pattern.quote(option)).matcher(readme);
            assertThat(described.find()).as(option).isTrue();
        }
    }
}

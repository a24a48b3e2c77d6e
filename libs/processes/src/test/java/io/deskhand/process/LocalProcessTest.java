package io.deskhand.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private LocalProcess process = new LocalProcess(new Program("none", List.of("none")), null, () -> false);

    @AfterEach
    void end() {
        process.close();
    }

    /** A program that tells that it runs, and goes on until it is ended. */
    private LocalProcess running() {
        Path ready = folder.resolve("ready");
        process = new LocalProcess(
                new Program("sleeper", List.of("sh", "-c", "echo begun; touch " + ready + "; exec sleep 600")),
                folder.resolve("log"),
                Readiness.file(ready));
        return process;
    }

    @Test
    void killed_process_starts_again_and_appends_to_the_same_log() throws Exception {
        LocalProcess sleeper = running();

        sleeper.start();
        sleeper.awaitReady(PATIENCE);
        sleeper.kill();
        assertThat(sleeper.isAlive()).isFalse();
        assertThat(sleeper.hasGivenUp()).isFalse();
        Files.delete(folder.resolve("ready"));
        sleeper.start();
        sleeper.awaitReady(PATIENCE);

        assertThat(sleeper.isAlive()).isTrue();
        assertThat(Files.readAllLines(folder.resolve("log"))).containsExactly("begun", "begun");
    }

    @Test
    void closed_process_is_never_started_again() throws Exception {
        LocalProcess sleeper = running();

        sleeper.start();
        sleeper.awaitReady(PATIENCE);
        sleeper.close();
        sleeper.handle().onExit().get();
        sleeper.start();

        assertThat(sleeper.isAlive()).isFalse();
    }

    @Test
    void process_that_ends_by_itself_is_reported_with_its_last_words() throws Exception {
        process = new LocalProcess(
                new Program("quitter", List.of("sh", "-c", "echo no licence; exit 3")),
                folder.resolve("log"),
                () -> false);

        process.start();

        assertThatThrownBy(() -> process.awaitReady(PATIENCE))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("quitter ended before it was ready")
                .hasMessageContaining("no licence");
        assertThat(process.hasGivenUp()).isTrue();
    }

    @Test
    void orderly_end_is_awaited() throws Exception {
        LocalProcess sleeper = running();

        sleeper.start();
        sleeper.awaitReady(PATIENCE);
        sleeper.terminate();

        assertThat(sleeper.isAlive()).isFalse();
        assertThat(sleeper.hasGivenUp()).isFalse();
    }
}

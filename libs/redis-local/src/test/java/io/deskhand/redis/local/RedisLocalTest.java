package io.deskhand.redis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.redis.local.RedisLocal.Fsync;
import io.lettuce.core.RedisClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisLocalTest {

    @TempDir
    Path folder;

    @Test
    void data_is_there_after_a_restart() {
        try (RedisLocal redis = RedisLocal.start(folder, 0)) {
            ask(redis, "set");
        }
        try (RedisLocal redis = RedisLocal.start(folder, 0)) {
            assertThat(ask(redis, "get")).isEqualTo("kept");
        }
    }

    @Test
    void what_was_answered_is_there_after_a_kill_and_a_start_on_the_same_port() {
        RedisLocal killed = RedisLocal.start(folder, 0, Fsync.ALWAYS);
        ask(killed, "set");
        killed.process().destroyForcibly();
        killed.close();

        try (RedisLocal redis = RedisLocal.start(folder, killed.port(), Fsync.ALWAYS)) {
            assertThat(ask(redis, "get")).isEqualTo("kept");
        }
    }

    @Test
    void a_server_left_behind_in_the_folder_is_ended_by_the_next_start() throws Exception {
        RedisLocal orphan = RedisLocal.start(folder, 0);
        long pid = Long.parseLong(Files.readString(folder.resolve("redis.pid")).strip());
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();

        try (RedisLocal next = RedisLocal.start(folder, 0)) {
            process.onExit().get(10, TimeUnit.SECONDS);
            assertThat(process.isAlive()).isFalse();
            assertThat(next.port()).isNotEqualTo(orphan.port());
            assertThat(ask(next, "set")).isEqualTo("OK");
        } finally {
            orphan.close();
        }
    }

    @Test
    void a_taken_port_is_said_plainly() {
        try (RedisLocal redis = RedisLocal.start(folder.resolve("one"), 0)) {
            assertThatThrownBy(() -> RedisLocal.start(folder.resolve("two"), redis.port()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Address already in use");
        }
    }

    @Test
    void a_pid_file_that_names_a_foreign_process_does_no_harm() throws Exception {
        Files.writeString(
                folder.resolve("redis.pid"),
                String.valueOf(ProcessHandle.current().pid()));
        try (RedisLocal redis = RedisLocal.start(folder, 0)) {
            assertThat(ask(redis, "set")).isEqualTo("OK");
        }
    }

    private static String ask(RedisLocal redis, String what) {
        RedisClient client = RedisClient.create(redis.uri());
        try (var connection = client.connect()) {
            return what.equals("set")
                    ? connection.sync().set("key", "kept")
                    : connection.sync().get("key");
        } finally {
            client.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }
}

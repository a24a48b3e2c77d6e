package io.deskhand.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.redis.local.RedisLocal.Fsync;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisProcessTest {

    @Test
    void killed_redis_comes_back_with_what_it_acknowledged(@TempDir Path folder) throws Exception {
        int port = new Ports(new Random()).next();
        try (RedisProcess redis = new RedisProcess(folder, port, Fsync.ALWAYS)) {
            redis.start();
            assertThat(ask(port, "SET key value")).isEqualTo("+OK");

            redis.kill();
            redis.start();

            assertThat(ask(port, "GET key")).startsWith("$5");
        }
    }

    /** The first line of the answer. */
    private static String ask(int port, String command) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readNBytes(3), StandardCharsets.UTF_8).strip();
        }
    }
}

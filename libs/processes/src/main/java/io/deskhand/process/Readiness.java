package io.deskhand.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Returns whether a process can be used now. */
@FunctionalInterface
public interface Readiness {

    boolean isReady() throws InterruptedException;

    /** Ready once this address answers 200. */
    static Readiness http(HttpClient client, URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(3)).build();
        return () -> {
            try {
                return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                return false;
            }
        };
    }

    /** Ready once this port of the loopback interface accepts connections. */
    static Readiness port(int port) {
        return () -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        };
    }

    /** Ready once this file exists. */
    static Readiness file(Path file) {
        return () -> Files.exists(file);
    }
}

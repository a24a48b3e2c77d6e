package io.deskhand.ably.local;

import io.deskhand.ably.local.faults.ServerFault;
import io.deskhand.ably.local.sources.Timers;
import io.deskhand.ably.local.wire.AblyException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * A running Ably-compatible server: realtime, REST and Chat on one port of the loopback interface. One thread owns all state,
 * so all operations are strictly ordered. Nothing is written to disk; {@link #close()} drops all state.
 */
public final class AblyLocal implements AutoCloseable {
    private static final String IPV4 = "127.0.0.1";
    private static final String IPV6 = "::1";
    private static final long KEEP_ALIVE_CHECK_MS = 1_000;
    private static final long EXPIRY_CHECK_MS = 20_000;
    private static final int MAX_SOCKET_FRAME = 4 << 20;

    private final Vertx vertx;
    private final ServerAssembly assembly;
    private final List<HttpServer> servers = new ArrayList<>();
    private final List<String> keys;
    private final AtomicBoolean closed = new AtomicBoolean();

    private AblyLocal(Vertx vertx, ServerAssembly assembly, List<String> keys) {
        this.vertx = vertx;
        this.assembly = assembly;
        this.keys = keys;
    }

    /**
     * Starts a server and returns when it accepts connections.
     *
     * @throws UncheckedIOException when the port is taken
     * @throws IllegalArgumentException when a key does not have the form {@code appId.keyId:secret}
     */
    public static AblyLocal start(AblyLocalOptions options) {
        return start(options, UnaryOperator.identity());
    }

    /**
     * Starts a server with other timers.
     *
     * @param timing wraps the timers, so that a test does not wait for minutes
     */
    static AblyLocal start(AblyLocalOptions options, UnaryOperator<Timers> timing) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                // The server reads no files through Vert.x; without this each start creates a cache folder.
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        try {
            ServerAssembly assembly = new ServerAssembly(options, timing.apply(new VertxTimers(vertx)));
            AblyLocal server = new AblyLocal(vertx, assembly, options.keysOrDefault());
            server.listen(options.port());
            return server;
        } catch (AblyException e) {
            vertx.close();
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (RuntimeException e) {
            vertx.close();
            throw e;
        }
    }

    private void listen(int port) {
        servers.add(await(bind(IPV4, port), port));
        try {
            servers.add(await(bind(IPV6, port()), port()));
        } catch (UncheckedIOException e) {
            // On a machine without IPv6 the server listens on IPv4 only.
            assembly.log("not listening on " + IPV6);
        }
        vertx.setPeriodic(KEEP_ALIVE_CHECK_MS, tick -> assembly.connections().keepAlive());
        vertx.setPeriodic(EXPIRY_CHECK_MS, tick -> assembly.forgetExpired());
    }

    private Future<HttpServer> bind(String host, int port) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setMaxWebSocketFrameSize(MAX_SOCKET_FRAME)
                .setMaxWebSocketMessageSize(MAX_SOCKET_FRAME)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setWebSocketClosingTimeout(1)
                .setMaxInitialLineLength(64 << 10)
                .setMaxHeaderSize(128 << 10)
                .setIdleTimeout(0);
        return vertx.createHttpServer(options)
                .webSocketHandler(assembly.sockets()::accept)
                .requestHandler(assembly.requests()::accept)
                .listen();
    }

    private static HttpServer await(Future<HttpServer> listening, int port) {
        try {
            return listening.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new UncheckedIOException(
                    "unable to listen on port " + port + "; is it taken?", new IOException(e.getCause()));
        }
    }

    public int port() {
        return servers.getFirst().actualPort();
    }

    /** The first key: {@code appId.keyId:secret}. */
    public String key() {
        return keys.getFirst();
    }

    /** Injects a fault and returns when it is in effect. */
    public void inject(ServerFault fault) {
        onLoop(() -> assembly.faults().inject(fault));
    }

    /** Ends all lasting faults. */
    public void clearFaults() {
        onLoop(() -> assembly.faults().clear());
    }

    /** Seeds the random choices of faults, to make them repeatable. */
    public void seedFaults(long seed) {
        onLoop(() -> assembly.faults().seed(seed));
    }

    private void onLoop(Runnable task) {
        Promise<Void> done = Promise.promise();
        vertx.runOnContext(now -> {
            try {
                task.run();
                done.complete();
            } catch (RuntimeException e) {
                done.fail(e);
            }
        });
        done.future().toCompletionStage().toCompletableFuture().join();
    }

    /** Disconnects all clients and stops the server. Idempotent. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        vertx.runOnContext(now -> assembly.connections().closeAll(null));
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            assembly.log("closing was not clean: " + e);
        }
    }
}

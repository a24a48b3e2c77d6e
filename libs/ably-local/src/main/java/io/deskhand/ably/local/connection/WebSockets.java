package io.deskhand.ably.local.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.auth.Authenticator;
import io.deskhand.ably.local.channel.Apps;
import io.deskhand.ably.local.faults.FaultPlan;
import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.ably.local.limits.Retention;
import io.deskhand.ably.local.sources.Environment;
import io.deskhand.ably.local.wire.AblyError;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.ProtocolMessage;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts WebSockets. Each upgrade succeeds and errors follow as frames, because SDKs read only those. */
public final class WebSockets {
    private static final Logger log = LoggerFactory.getLogger(WebSockets.class);

    private static final int CONNECTION_RATE = 80021;

    private final Connections connections;
    private final ConnectionOpener opener;
    private final FrameHandler frames;
    private final AblyLimits limits;
    private final Retention retention;
    private final InstantSource clock;

    public WebSockets(
            Apps apps,
            Authenticator authenticator,
            Connections connections,
            AblyLimits limits,
            Retention retention,
            Environment environment,
            FaultPlan faults) {
        this.connections = connections;
        this.opener = new ConnectionOpener(apps, authenticator, connections, limits, retention, environment, faults);
        this.frames = new FrameHandler(connections, opener, environment.ids(), faults);
        this.limits = limits;
        this.retention = retention;
        this.clock = environment.clock();
    }

    public void accept(ServerWebSocket socket) {
        ConnectParams params = ConnectParams.parse(socket.query());
        Transport transport = new Transport(socket, params.format(), params.pings(), retention.outboundBytes(), clock);
        Connection connection = open(transport, params, socket.headers().get("Authorization"));
        if (connection == null) {
            return;
        }
        // ably-java sends JSON in binary frames, so the format parameter decides and not the opcode.
        socket.binaryMessageHandler(message -> receive(connection, transport, message.getBytes()));
        socket.textMessageHandler(message -> receive(connection, transport, message.getBytes(StandardCharsets.UTF_8)));
        socket.exceptionHandler(e -> log.debug("socket of {}: {}", connection.id(), e.toString()));
        socket.closeHandler(closed -> {
            transport.markClosed();
            connections.transportClosed(connection, transport);
        });
    }

    private @Nullable Connection open(Transport transport, ConnectParams params, @Nullable String authorization) {
        if (opener.isShut()) {
            AblyError refusal = new AblyError(80003, 400, "unable to connect; a fault was asked for");
            transport.send(ProtocolMessage.error(Action.DISCONNECTED, refusal, null));
            transport.close();
            return null;
        }
        try {
            return opener.admit(transport, params, authorization);
        } catch (AblyException e) {
            fail(transport, e.error());
            return null;
        } catch (RuntimeException e) {
            fail(transport, unexpected(e));
            return null;
        }
    }

    private void receive(Connection connection, Transport transport, byte[] bytes) {
        if (transport.isClosed()) {
            return;
        }
        try {
            if (bytes.length > limits.maxFrameSize()) {
                throw Errors.tooLarge("unable to read frame; longer than " + limits.maxFrameSize() + " bytes");
            }
            JsonNode frame = transport.format().decode(bytes);
            frames.receive(connection, frame);
        } catch (AblyException e) {
            end(connection, transport, e.error());
        } catch (RuntimeException e) {
            end(connection, transport, unexpected(e));
        }
    }

    private static AblyError unexpected(RuntimeException e) {
        log.error("unexpected failure while serving a frame", e);
        return new AblyError(50000, 400, "unable to serve frame; internal error");
    }

    private void end(Connection connection, Transport transport, AblyError error) {
        connections.forget(connection);
        fail(transport, error);
    }

    private static void fail(Transport transport, AblyError error) {
        // SDKs retry after DISCONNECTED but not after ERROR, and a rate limit is temporary.
        int action = error.code() == CONNECTION_RATE ? Action.DISCONNECTED : Action.ERROR;
        transport.send(ProtocolMessage.error(action, error, null));
        transport.close();
    }
}

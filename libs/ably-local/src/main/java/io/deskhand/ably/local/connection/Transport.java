package io.deskhand.ably.local.connection;

import io.deskhand.ably.local.wire.Format;
import io.deskhand.ably.local.wire.ProtocolMessage;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.time.InstantSource;

/** Sends frames to one WebSocket in order, and counts the bytes that wait for a slow reader. */
final class Transport {
    private static final short NORMAL = 1000;

    private final ServerWebSocket socket;
    private final Format format;
    private final boolean pings;
    private final long outboundBytes;
    private final InstantSource clock;
    private long waiting;
    private long lastSent;
    private boolean closed;

    Transport(ServerWebSocket socket, Format format, boolean pings, long outboundBytes, InstantSource clock) {
        this.socket = socket;
        this.format = format;
        this.pings = pings;
        this.outboundBytes = outboundBytes;
        this.clock = clock;
        this.lastSent = clock.millis();
    }

    void send(ProtocolMessage frame) {
        if (closed) {
            return;
        }
        lastSent = clock.millis();
        if (format == Format.JSON) {
            String text = frame.json();
            written(text.length(), socket.writeFinalTextFrame(text));
        } else {
            Buffer bytes = frame.msgpack();
            written(bytes.length(), socket.writeFinalBinaryFrame(bytes));
        }
    }

    private void written(int size, Future<Void> write) {
        if (write.isComplete()) {
            return;
        }
        waiting += size;
        write.onComplete(done -> waiting -= size);
        if (waiting > outboundBytes) {
            // More buffering would let one slow reader exhaust the memory; after the cut it may resume.
            kill();
        }
    }

    int sizeOf(ProtocolMessage frame) {
        return format == Format.JSON ? frame.json().length() : frame.msgpack().length();
    }

    long outboundBytes() {
        return outboundBytes;
    }

    Format format() {
        return format;
    }

    long waiting() {
        return waiting;
    }

    /** Sends a heartbeat or ping when nothing was sent for this time. */
    void keepAlive(long idleMillis, ProtocolMessage heartbeat) {
        if (clock.millis() - lastSent < idleMillis) {
            return;
        }
        if (pings) {
            lastSent = clock.millis();
            socket.writePing(Buffer.buffer());
        } else {
            send(heartbeat);
        }
    }

    /** Closes after the pending frames are sent. */
    void close() {
        if (!closed) {
            closed = true;
            socket.close(NORMAL);
        }
    }

    /** Cuts the TCP connection without a close frame. */
    void kill() {
        closed = true;
        if (socket instanceof WebSocketInternal internal) {
            internal.channelHandlerContext().close();
        } else {
            socket.close();
        }
    }

    boolean isClosed() {
        return closed;
    }

    void markClosed() {
        closed = true;
    }
}

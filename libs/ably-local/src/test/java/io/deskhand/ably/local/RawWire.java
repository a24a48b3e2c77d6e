package io.deskhand.ably.local;

import io.deskhand.ably.local.wire.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A WebSocket client that sends whatever it is given, also what no WebSocket client would. Answers are read and dropped. */
final class RawWire implements AutoCloseable {
    private final Socket socket;
    private final OutputStream out;
    private final Thread reader;
    private volatile boolean open = true;

    RawWire(int port, Format format) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port), format, true);
    }

    /** @param reads whether answers are read at all */
    RawWire(Socket socket, Format format, boolean reads) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        String name = format == Format.JSON ? "json" : "msgpack";
        out.write(("GET /?v=6&format=" + name
                        + "&key=app.key:secret HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        awaitUpgrade(socket.getInputStream());
        reader = Thread.ofVirtual().unstarted(this::drain);
        if (reads) {
            reader.start();
        }
    }

    /** What is sent before the upgrade is answered belongs to nobody. */
    private static void awaitUpgrade(InputStream in) throws IOException {
        int matched = 0;
        while (matched < 4) {
            int next = in.read();
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
            if (next < 0) {
                throw new IOException("no upgrade");
            }
        }
    }

    private void drain() {
        try (InputStream in = socket.getInputStream()) {
            byte[] buffer = new byte[8192];
            int read = in.read(buffer);
            while (read >= 0) {
                read = in.read(buffer);
            }
        } catch (IOException e) {
            open = false;
        }
        open = false;
    }

    boolean isOpen() {
        return open;
    }

    void send(int opcode, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x80 | opcode);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else {
            frame.write(0x80 | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        try {
            out.write(frame.toByteArray());
        } catch (IOException e) {
            open = false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        reader.interrupt();
    }
}

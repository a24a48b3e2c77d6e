package io.deskhand.brain.knowledge.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The file format for vectors of one model, big-endian: a header, then records of one size. The header is 8 bytes of magic, 4 bytes of dimensions, and 16 bytes of the
 * SHA-256 of the model's name. A record is 16 bytes of key, 4 bytes of scale, one byte per dimension, and 4 bytes of CRC-32C of all before.
 */
final class VectorFile {

    private static final byte[] MAGIC = "DHVEC01\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BLOCK_RECORDS = 512;

    private final int dimensions;
    private final byte[] header;

    VectorFile(String model, int dimensions) {
        this.dimensions = dimensions;
        VectorKey name = VectorKey.of(model);
        this.header = ByteBuffer.allocate(MAGIC.length + Integer.BYTES + VectorKey.BYTES)
                .put(MAGIC)
                .putInt(dimensions)
                .putLong(name.high())
                .putLong(name.low())
                .array();
    }

    int headerBytes() {
        return header.length;
    }

    /** What records take. */
    long bytes(int records) {
        return (long) records * (VectorKey.BYTES + Float.BYTES + dimensions + Integer.BYTES);
    }

    /** The size without a torn record at the end. */
    long wholeBytes(long size) {
        return size < header.length ? 0 : size - (size - header.length) % bytes(1);
    }

    /**
     * Reads from the start, up to a limit.
     *
     * @return how many records were damaged; those are not handed on. A file of another kind has none
     */
    int read(FileChannel channel, long mostBytes, BiConsumer<VectorKey, CompactVector> each) throws IOException {
        channel.position(0);
        if (!hasHeader(channel)) {
            return 0;
        }
        long left = Math.min(wholeBytes(channel.size()), mostBytes) - header.length;
        ByteBuffer block = ByteBuffer.allocate((int) bytes(BLOCK_RECORDS));
        int damaged = 0;
        while (left >= bytes(1)) {
            block.clear().limit((int) Math.min(block.capacity(), left - left % bytes(1)));
            if (!fill(channel, block)) {
                break;
            }
            left -= block.limit();
            block.flip();
            while (block.hasRemaining()) {
                damaged += record(block, each) ? 0 : 1;
            }
        }
        return damaged;
    }

    /** Prepares a file for appending: an unusable one starts again, a torn end is cut off. */
    void repair(FileChannel channel) throws IOException {
        channel.position(0);
        if (!hasHeader(channel)) {
            channel.truncate(0);
            ByteBuffer bytes = ByteBuffer.wrap(header);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        channel.truncate(wholeBytes(channel.size()));
    }

    /** Writes records at the channel's position. */
    void write(FileChannel channel, Stream<Map.Entry<VectorKey, CompactVector>> vectors) throws IOException {
        ByteBuffer block = ByteBuffer.allocate((int) bytes(BLOCK_RECORDS));
        Iterator<Map.Entry<VectorKey, CompactVector>> all = vectors.iterator();
        while (all.hasNext()) {
            Map.Entry<VectorKey, CompactVector> entry = all.next();
            int start = block.position();
            block.putLong(entry.getKey().high()).putLong(entry.getKey().low());
            block.putFloat(entry.getValue().scale()).put(entry.getValue().components());
            block.putInt(checksum(block.array(), start, block.position() - start));
            if (!block.hasRemaining() || !all.hasNext()) {
                block.flip();
                while (block.hasRemaining()) {
                    channel.write(block);
                }
                block.clear();
            }
        }
    }

    private boolean hasHeader(FileChannel channel) throws IOException {
        ByteBuffer found = ByteBuffer.allocate(header.length);
        return fill(channel, found) && java.util.Arrays.equals(found.array(), header);
    }

    private static boolean fill(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean record(ByteBuffer block, BiConsumer<VectorKey, CompactVector> each) {
        int start = block.position();
        VectorKey key = new VectorKey(block.getLong(), block.getLong());
        float scale = block.getFloat();
        byte[] components = new byte[dimensions];
        block.get(components);
        boolean whole = checksum(block.array(), start, block.position() - start) == block.getInt();
        if (whole) {
            each.accept(key, new CompactVector(components, scale));
        }
        return whole;
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }
}

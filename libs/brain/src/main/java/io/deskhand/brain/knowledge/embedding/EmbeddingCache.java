package io.deskhand.brain.knowledge.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors on disk, so that a start need not compute them again. There is one append-only file per model, with records of one size, each with a checksum.
 *
 * <p>Guarantees: a vector is only returned for the exact text and model that it was computed from. Torn, foreign or damaged bytes are skipped, and their vectors
 * computed again. Any number of threads and processes may use one folder at once: writers take turns through a lock file, readers need none. A file that reaches its
 * limit loses its older half. No call fails: what cannot be read is missing, what cannot be written is logged.
 *
 * <p>Non-guarantee: two processes that compute the same vector at once both store it.
 */
public final class EmbeddingCache {

    /** Room for about 600,000 vectors of 384 dimensions. */
    public static final long DEFAULT_BYTES = 256L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingCache.class);

    /** A file lock holds between processes only; within this one, writers of a file take turns here. */
    private static final Map<Path, ReentrantLock> WRITERS = new ConcurrentHashMap<>();

    private final Path folder;
    private final long mostBytes;

    /**
     * @param folder made when first written to
     * @param mostBytes of each model's file, at least 64 KiB
     */
    public EmbeddingCache(Path folder, long mostBytes) {
        if (mostBytes < 64 * 1024) {
            throw new IllegalArgumentException("unable to keep vectors; the bound is below 64 KiB");
        }
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /**
     * Where vectors are kept unless something else is said: {@code DESKHAND_CACHE_DIR}, else {@code deskhand} below {@code XDG_CACHE_HOME} or {@code ~/.cache}.
     *
     * @param environment of the process
     * @param home the user's home folder; may be empty
     */
    public static Path standardFolder(Map<String, String> environment, String home) {
        String own = environment.getOrDefault("DESKHAND_CACHE_DIR", "");
        String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = own.isBlank()
                ? (shared.isBlank() ? Path.of(home, ".cache") : Path.of(shared)).resolve("deskhand")
                : Path.of(own);
        return base.resolve("embeddings");
    }

    /** Those of the wanted vectors that are stored and whole. */
    Map<VectorKey, CompactVector> find(Embeddings embeddings, Set<VectorKey> wanted) {
        Map<VectorKey, CompactVector> found = new HashMap<>();
        VectorFile format = format(embeddings);
        Path file = file(embeddings);
        if (wanted.isEmpty() || !Files.isRegularFile(file)) {
            return found;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int damaged = format.read(channel, mostBytes, (key, vector) -> {
                if (wanted.contains(key)) {
                    found.put(key, vector);
                }
            });
            if (damaged > 0) {
                LOG.warn("{} damaged records in {} are passed over", damaged, file);
            }
        } catch (IOException e) {
            LOG.warn("unable to read the embedding cache {}; vectors are computed again", file, e);
        }
        return found;
    }

    /** Stores vectors; what does not fit into the bound is left out. */
    void add(Embeddings embeddings, Map<VectorKey, CompactVector> fresh) {
        VectorFile format = format(embeddings);
        Path file = file(embeddings);
        ReentrantLock writer = WRITERS.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new ReentrantLock());
        writer.lock();
        try {
            Files.createDirectories(folder);
            try (FileChannel lockFile = FileChannel.open(
                            Path.of(file + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lockFile.lock()) {
                makeRoom(format, file, format.bytes(fresh.size()));
                append(format, file, fresh);
            }
        } catch (IOException e) {
            LOG.warn("unable to write the embedding cache {}; vectors will be computed again", file, e);
        } finally {
            writer.unlock();
        }
    }

    private void append(VectorFile format, Path file, Map<VectorKey, CompactVector> fresh) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            format.repair(channel);
            long room = (mostBytes - channel.size()) / format.bytes(1);
            channel.position(channel.size());
            format.write(channel, fresh.entrySet().stream().limit(Math.max(0, room)));
            channel.force(false);
        }
    }

    /** Writes the newer half to a new file and puts it in the old one's place; readers of the old one go on undisturbed. */
    private void makeRoom(VectorFile format, Path file, long wanted) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) + wanted <= mostBytes) {
            return;
        }
        Path shorter = Path.of(file + ".new");
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(
                        shorter,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            format.repair(to);
            long kept = Math.max(0, Math.min(mostBytes / 2, mostBytes - wanted)) / format.bytes(1);
            long begin = Math.max(format.headerBytes(), format.wholeBytes(from.size()) - format.bytes((int) kept));
            to.position(to.size());
            from.position(begin);
            ByteBuffer block = ByteBuffer.allocate(1 << 16);
            while (from.read(block) >= 0) {
                block.flip();
                while (block.hasRemaining()) {
                    to.write(block);
                }
                block.clear();
            }
            to.force(true);
        }
        Files.move(shorter, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(Embeddings embeddings) {
        return folder.resolve(embeddings.model().replaceAll("[^A-Za-z0-9.-]", "_") + ".vectors");
    }

    private static VectorFile format(Embeddings embeddings) {
        return new VectorFile(embeddings.model(), embeddings.dimensions());
    }
}

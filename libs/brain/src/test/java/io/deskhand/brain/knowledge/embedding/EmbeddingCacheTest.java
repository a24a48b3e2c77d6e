package io.deskhand.brain.knowledge.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingCacheTest {

    private static final long RECORD = 16 + 4 + 96 + 4;
    private static final long HEADER = 28;

    @TempDir
    Path folder;

    private final WordEmbeddings embeddings = new WordEmbeddings("words-1");

    private EmbeddingCache cache() {
        return new EmbeddingCache(folder, EmbeddingCache.DEFAULT_BYTES);
    }

    private Path file() {
        return folder.resolve("words-1.vectors");
    }

    private Map<VectorKey, CompactVector> vectors(String prefix, int count) {
        Map<VectorKey, CompactVector> vectors = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String text = prefix + " number" + i;
            byte[] components = new byte[embeddings.dimensions()];
            new Random(text.hashCode()).nextBytes(components);
            vectors.put(VectorKey.of(text), new CompactVector(components, i));
        }
        return vectors;
    }

    private void assertFound(Map<VectorKey, CompactVector> wanted) {
        Map<VectorKey, CompactVector> found = cache().find(embeddings, wanted.keySet());
        assertThat(found.keySet()).isEqualTo(wanted.keySet());
        wanted.forEach((key, vector) -> assertThat(found.get(key).components()).isEqualTo(vector.components()));
    }

    @Test
    void gives_back_what_was_stored_to_another_cache_over_the_same_folder() {
        Map<VectorKey, CompactVector> first = vectors("first", 700);
        Map<VectorKey, CompactVector> second = vectors("second", 3);
        cache().add(embeddings, first);
        cache().add(embeddings, second);

        assertFound(first);
        assertFound(second);
        assertThat(cache().find(embeddings, Set.of(VectorKey.of("never stored"))))
                .isEmpty();
    }

    @Test
    void keeps_models_apart_also_when_one_file_is_put_in_the_others_place() throws IOException {
        Map<VectorKey, CompactVector> stored = vectors("text", 5);
        cache().add(embeddings, stored);
        WordEmbeddings other = new WordEmbeddings("words-2");
        assertThat(cache().find(other, stored.keySet())).isEmpty();

        Files.copy(file(), folder.resolve("words-2.vectors"));
        assertThat(cache().find(other, stored.keySet())).isEmpty();

        cache().add(other, stored);
        assertThat(cache().find(other, stored.keySet())).hasSize(5);
        assertThat(Files.size(folder.resolve("words-2.vectors"))).isEqualTo(HEADER + 5 * RECORD);
    }

    @Test
    void passes_over_damaged_records_and_keeps_the_others() throws IOException {
        Map<VectorKey, CompactVector> stored = vectors("text", 10);
        cache().add(embeddings, stored);
        byte[] bytes = Files.readAllBytes(file());
        for (int record : List.of(0, 4, 9)) {
            bytes[(int) (HEADER + record * RECORD + 30)] ^= 1;
        }
        Files.write(file(), bytes);

        Map<VectorKey, CompactVector> found = cache().find(embeddings, stored.keySet());

        List<VectorKey> keys = List.copyOf(stored.keySet());
        assertThat(found.keySet())
                .hasSize(7)
                .doesNotContain(keys.get(0), keys.get(4), keys.get(9))
                .isSubsetOf(stored.keySet());
    }

    @Test
    void goes_on_after_a_writer_that_died_in_the_middle_of_a_record() throws IOException {
        Map<VectorKey, CompactVector> before = vectors("before", 4);
        cache().add(embeddings, before);
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(whole, whole.length - 50));

        Map<VectorKey, CompactVector> after = vectors("after", 4);
        cache().add(embeddings, after);

        assertFound(after);
        assertThat(cache().find(embeddings, before.keySet())).hasSize(3);
    }

    @Test
    void begins_anew_over_a_file_that_is_no_cache() throws IOException {
        Files.writeString(file(), "something else entirely, longer than a header", UTF_8);
        Map<VectorKey, CompactVector> vectors = vectors("text", 4);
        assertThat(cache().find(embeddings, vectors.keySet())).isEmpty();
        cache().add(embeddings, vectors);
        assertFound(vectors);
    }

    @Test
    void never_grows_beyond_its_bound_and_keeps_the_newest() throws IOException {
        long bound = 64 * 1024;
        EmbeddingCache small = new EmbeddingCache(folder, bound);
        for (int i = 0; i < 30; i++) {
            small.add(embeddings, vectors("batch" + i, 50));
            assertThat(Files.size(file())).isLessThanOrEqualTo(bound);
        }
        assertFound(vectors("batch29", 50));
        assertThat(small.find(embeddings, vectors("batch0", 50).keySet())).isEmpty();

        small.add(embeddings, vectors("more than fits", 2_000));
        assertThat(Files.size(file())).isLessThanOrEqualTo(bound);
        assertThat(small.find(embeddings, vectors("more than fits", 2_000).keySet()))
                .hasSizeGreaterThan(400);
    }

    @Test
    void refuses_a_bound_that_holds_nothing() {
        assertThatThrownBy(() -> new EmbeddingCache(folder, 1_000)).hasMessageStartingWith("unable to keep vectors;");
    }

    @Test
    void a_folder_that_cannot_be_written_costs_the_cache_and_nothing_else() throws IOException {
        Path blocked = folder.resolve("a-file");
        Files.writeString(blocked, "in the way");
        EmbeddingCache cache = new EmbeddingCache(blocked.resolve("cache"), EmbeddingCache.DEFAULT_BYTES);
        cache.add(embeddings, vectors("text", 2));
        assertThat(cache.find(embeddings, vectors("text", 2).keySet())).isEmpty();
    }

    @Test
    void threads_that_write_at_once_lose_nothing() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(6)) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < 6; writer++) {
                String prefix = "writer" + writer;
                all.add(writers.submit(() -> {
                    for (int batch = 0; batch < 10; batch++) {
                        cache().add(embeddings, vectors(prefix + " batch" + batch, 7));
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        for (int writer = 0; writer < 6; writer++) {
            for (int batch = 0; batch < 10; batch++) {
                assertFound(vectors("writer" + writer + " batch" + batch, 7));
            }
        }
    }

    @Test
    void processes_that_write_at_once_lose_nothing() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (String name : List.of("alpha", "beta", "gamma")) {
            writers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Writer.class.getName(),
                            folder.toString(),
                            name)
                    .inheritIO()
                    .start());
        }
        for (Process writer : writers) {
            assertThat(writer.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(writer.exitValue()).isZero();
        }
        Set<VectorKey> wanted = new HashSet<>();
        for (String name : List.of("alpha", "beta", "gamma")) {
            for (int batch = 0; batch < Writer.BATCHES; batch++) {
                wanted.addAll(vectors(name + " batch" + batch, 11).keySet());
            }
        }
        assertThat(cache().find(embeddings, wanted).keySet()).isEqualTo(wanted);
        assertThat(Files.size(file())).isEqualTo(HEADER + wanted.size() * RECORD);
    }

    @Test
    void the_standard_folder_follows_the_environment() {
        assertThat(EmbeddingCache.standardFolder(Map.of(), "/home/kim"))
                .isEqualTo(Path.of("/home/kim/.cache/deskhand/embeddings"));
        assertThat(EmbeddingCache.standardFolder(Map.of("XDG_CACHE_HOME", "/c"), "/home/kim"))
                .isEqualTo(Path.of("/c/deskhand/embeddings"));
        assertThat(EmbeddingCache.standardFolder(
                        Map.of("XDG_CACHE_HOME", "/c", "DESKHAND_CACHE_DIR", "/d"), "/home/kim"))
                .isEqualTo(Path.of("/d/embeddings"));
    }

    @Test
    void reading_needs_no_right_to_write() throws IOException {
        Map<VectorKey, CompactVector> stored = vectors("text", 3);
        cache().add(embeddings, stored);
        try (var channel = java.nio.channels.FileChannel.open(file(), StandardOpenOption.READ)) {
            assertThat(channel.size()).isEqualTo(HEADER + 3 * RECORD);
        }
        assertThat(file().toFile().setReadOnly()).isTrue();
        assertFound(stored);
    }

    /** Another process that writes to the folder. */
    static final class Writer {

        static final int BATCHES = 40;

        private Writer() {}

        public static void main(String[] args) {
            EmbeddingCacheTest test = new EmbeddingCacheTest();
            test.folder = Path.of(args[0]);
            for (int batch = 0; batch < BATCHES; batch++) {
                test.cache().add(test.embeddings, test.vectors(args[1] + " batch" + batch, 11));
            }
        }
    }
}

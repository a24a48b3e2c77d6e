package io.deskhand.evals.bot;

import io.deskhand.brain.Brain;
import io.deskhand.evals.suite.EvalCase.Plant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Brains over the bots' own folders. A case with planted articles gets a brain over a copy of the folder in which they stand; the folders themselves are never
 * written to.
 */
public final class LocalBrains implements BrainBot.Brains, AutoCloseable {

    private final Path bots;
    private final Function<Path, Brain> open;
    private final Map<Key, Brain> brains = new HashMap<>();
    private final Path copies;

    /**
     * @param bots folder of the bots' folders
     * @param open makes a brain of a bot's folder
     */
    public LocalBrains(Path bots, Function<Path, Brain> open) throws IOException {
        this.bots = bots;
        this.open = open;
        this.copies = Files.createTempDirectory("deskhand-evals-");
    }

    @Override
    public Brain of(String bot, List<Plant> plants) {
        return brains.computeIfAbsent(new Key(bot, plants), this::create);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(copies)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Brain create(Key key) {
        Path folder = bots.resolve(key.bot());
        if (key.plants().isEmpty()) {
            return open.apply(folder);
        }
        try {
            return open.apply(planted(folder, key));
        } catch (IOException e) {
            throw new UncheckedIOException("unable to plant articles; " + e.getMessage(), e);
        }
    }

    private Path planted(Path folder, Key key) throws IOException {
        Path copy = copies.resolve(String.valueOf(brains.size())).resolve(key.bot());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        Path planted = Files.createDirectories(copy.resolve("knowledge/planted"));
        for (Plant plant : key.plants()) {
            Files.writeString(planted.resolve(plant.doc() + ".md"), article(plant));
        }
        return copy;
    }

    private static String article(Plant plant) {
        return """
                ---
                id: %s
                title: "%s"
                url: /help/%s
                ---
                %s
                """.formatted(plant.doc(), plant.title().replace("\"", "'"), plant.doc(), plant.text());
    }

    private record Key(String bot, List<Plant> plants) {}
}

package io.deskhand.evals.bot;

import io.deskhand.brain.Brain;
import io.deskhand.brain.bot.Variant;
import io.deskhand.brain.wiring.Brains;
import io.deskhand.evals.suite.EvalCase.Plant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brains over the bots' own files. A case with planted articles gets a brain over a copy that contains them; the files themselves are never changed.
 */
public final class LocalBrains implements BrainBot.BrainSource, AutoCloseable {

    private static final String BOTS = "bots";

    private final Path prompts;
    private final @Nullable String variant;
    private final Function<Path, Brains> open;
    private final Map<Key, Brain> planted = new HashMap<>();
    private final Path copies;
    private final Brains unplanted;

    /**
     * @param prompts folder that holds "bots"
     * @param variant of the bots, whatever the ticket; null = the one that the ticket gets
     * @param open loads the bots of such a folder
     */
    public LocalBrains(Path prompts, @Nullable String variant, Function<Path, Brains> open) throws IOException {
        this.prompts = prompts;
        this.variant = variant;
        this.open = open;
        this.unplanted = open.apply(prompts);
        this.copies = Files.createTempDirectory("deskhand-evals-");
    }

    @Override
    public Brain of(String bot, List<Plant> plants) {
        return plants.isEmpty()
                ? brain(unplanted, bot)
                : planted.computeIfAbsent(new Key(bot, plants), this::openPlanted);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(copies)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * For each of the bots that has not the variant that was asked for, what it has instead.
     *
     * @param bots ids; those that do not exist are left out
     */
    public List<String> withoutVariant(Collection<String> bots) {
        String asked = variant;
        if (asked == null) {
            return List.of();
        }
        return bots.stream()
                .flatMap(id -> unplanted.bot(id).stream())
                .filter(bot -> unplanted.brain(bot.id(), asked).isEmpty())
                .map(bot -> "the bot \"" + bot.id() + "\" has no variant \"" + asked + "\"; it has: "
                        + String.join(
                                ", ", bot.variants().stream().map(Variant::name).toList()))
                .toList();
    }

    private Brain brain(Brains brains, String bot) {
        return (variant == null ? brains.brain(bot) : brains.brain(bot, variant))
                .orElseThrow(() -> new IllegalArgumentException("unable to play; there is no bot \"" + bot + "\""));
    }

    private Brain openPlanted(Key key) {
        try {
            return brain(open.apply(planted(key)), key.bot());
        } catch (IOException e) {
            throw new UncheckedIOException("unable to plant articles; " + e.getMessage(), e);
        }
    }

    private Path planted(Key key) throws IOException {
        Path folder = prompts.resolve(BOTS).resolve(key.bot());
        Path root = copies.resolve(String.valueOf(planted.size()));
        Path copy = root.resolve(BOTS).resolve(key.bot());
        Files.createDirectories(copy);
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
        Path articles = Files.createDirectories(copy.resolve("knowledge/planted"));
        for (Plant plant : key.plants()) {
            Files.writeString(articles.resolve(plant.doc() + ".md"), article(plant));
        }
        return root;
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

package io.deskhand.service.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents of {@code docs/openapi}, from which TypeScript and {@code docs/api.md} are made. */
public enum CommittedContract {
    CUSTOMERS,
    AGENTS;

    /** Set by {@code ./deskhand contract}, which writes the files that the tests otherwise compare. */
    public static final boolean WRITE = Boolean.getBoolean("deskhand.contract.write");

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter()
                    .withSeparators(Separators.createDefaultInstance().withObjectNameValueSpacing(Spacing.AFTER)))
            .build();

    /** The project's folder of documentation, as seen from a module in it. */
    public static Path docs() {
        return Path.of("..", "docs");
    }

    public JsonNode read() {
        return JSON.readTree(path().toFile());
    }

    /** Fails where the served document differs from the committed one, whatever the order of its fields. */
    public void check(JsonNode served) {
        if (WRITE) {
            write(served);
        }
        List<String> differences = new ArrayList<>();
        compare("", read(), served, differences);
        assertThat(differences)
                .as("differences between %s and what the service serves; ./deskhand contract writes it again", path())
                .isEmpty();
    }

    private void write(JsonNode served) {
        try {
            Files.createDirectories(path().getParent());
            Files.writeString(path(), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(served) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path() {
        return docs().resolve("openapi").resolve(name().toLowerCase(java.util.Locale.ROOT) + ".json");
    }

    private static void compare(
            String at, @Nullable JsonNode committed, @Nullable JsonNode served, List<String> differences) {
        if (committed != null && served != null && committed.isObject() && served.isObject()) {
            TreeSet<String> names = new TreeSet<>(committed.propertyNames());
            names.addAll(served.propertyNames());
            names.forEach(name -> compare(at + "/" + name, committed.get(name), served.get(name), differences));
        } else if (!Objects.equals(committed, served)) {
            differences.add(at + ": committed " + committed + ", served " + served);
        }
    }
}

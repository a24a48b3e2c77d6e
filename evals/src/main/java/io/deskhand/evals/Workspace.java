package io.deskhand.evals;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param root the repository, or a folder laid out like it: prompts/bots and evals/suites
 */
record Workspace(Path root) {

    /** The folder itself or the nearest one above it that holds prompts/bots and evals/suites; else the folder itself. */
    static Workspace around(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("prompts/bots")) && Files.isDirectory(at.resolve("evals/suites"))) {
                return new Workspace(at);
            }
        }
        return new Workspace(folder);
    }

    Path suites() {
        return root.resolve("evals/suites");
    }

    Path prompts() {
        return root.resolve("prompts");
    }

    Path bots() {
        return prompts().resolve("bots");
    }

    Path gates() {
        return root.resolve("evals/gates.yaml");
    }

    /** @param model "extractive" or the model's name */
    Path baseline(String model) {
        return root.resolve("evals/baselines/" + model.replaceAll("[^A-Za-z0-9._-]", "_") + ".json");
    }

    Path cassettes() {
        return root.resolve("evals/cassettes");
    }

    Path results() {
        return root.resolve("evals/target/results");
    }
}

package io.deskhand.evals;

import io.deskhand.brain.BrainSettings;
import io.deskhand.evals.cassette.CassettePlayer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who answers: the articles alone, or a model; recorded or live. */
final class ModelOptions {

    private static final String KEY = "OPENAI_API_KEY";
    private static final String BASE_URL = "DESKHAND_LLM_BASE_URL";

    /** Nothing is listening there; replay never asks. */
    private static final String NOWHERE = "http://127.0.0.1:9/v1";

    private enum Mode {
        REPLAY,
        RECORD,
        LIVE
    }

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "Answer with this model (default: from the articles alone, without one).")
    private @Nullable String model;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "With --model: replay recordings (default), record new ones, or live without recording. "
                    + "record and live want OPENAI_API_KEY or DESKHAND_LLM_BASE_URL.")
    private @Nullable String mode;

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            description =
                    "Play every case in this variant of its bot (default: the variant that the case's ticket gets).")
    private @Nullable String variant;

    ModelUnderTest choose(Workspace workspace, Map<String, String> environment) {
        if (model == null) {
            if (mode != null) {
                throw new Evals.UsageException("--mode is for models; name one with --model");
            }
            return ModelUnderTest.extractive(variant);
        }
        return switch (mode()) {
            case REPLAY ->
                new ModelUnderTest(
                        model,
                        variant,
                        BrainSettings.llm(NOWHERE, null, model).withRetries(0),
                        player(workspace, model, CassettePlayer.Mode.REPLAY));
            case RECORD ->
                new ModelUnderTest(
                        model,
                        variant,
                        reachable(environment, model),
                        player(workspace, model, CassettePlayer.Mode.RECORD));
            case LIVE -> new ModelUnderTest(model, variant, reachable(environment, model), null);
        };
    }

    private CassettePlayer player(Workspace workspace, String chosen, CassettePlayer.Mode how) {
        return new CassettePlayer(workspace.cassettes(), ModelUnderTest.name(chosen, variant), how);
    }

    private Mode mode() {
        try {
            return mode == null ? Mode.REPLAY : Mode.valueOf(mode.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Evals.UsageException("--mode " + mode + " is not known; use replay, record or live");
        }
    }

    private static BrainSettings reachable(Map<String, String> environment, String model) {
        BrainSettings settings = BrainSettings.llm(environment.get(BASE_URL), environment.get(KEY), model);
        if (!settings.usesModel()) {
            throw new Evals.UsageException("no model can be reached; set " + KEY + " or " + BASE_URL);
        }
        return settings;
    }
}

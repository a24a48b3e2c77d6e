package io.deskhand.brain.bot;

import io.deskhand.brain.yaml.FileProblem;
import java.util.List;
import java.util.Map;

/**
 * The model's instructions as written by the prompt engineer: {@code system.md}, and below it {@code handoff.md}, which says when and how the bot escalates.
 */
public final class SystemPrompt {

    static final String SYSTEM = "system.md";
    static final String HANDOFF = "handoff.md";
    static final List<String> PLACEHOLDERS = List.of("name", "tone", "language", "languages", "team", "date");

    private static final String DEFAULT = """
            You are {{name}}, the assistant of a company's customer support. Today is {{date}}.
            Be {{tone}}. Answer in the customer's language ({{language}}).
            """;

    private final PromptTemplate system;
    private final PromptTemplate handoff;

    private SystemPrompt(PromptTemplate system, PromptTemplate handoff) {
        this.system = system;
        this.handoff = handoff;
    }

    /**
     * @param system name of the file with the instructions; a bot without one gets the usual ones
     * @param handoff name of the file below it; a bot without one gets none
     * @param problems is told what is wrong in them
     */
    static SystemPrompt read(BotSource source, String system, String handoff, List<FileProblem> problems) {
        return new SystemPrompt(part(source, system, DEFAULT, problems), part(source, handoff, "", problems));
    }

    private static PromptTemplate part(BotSource source, String file, String otherwise, List<FileProblem> problems) {
        return PromptTemplate.parse(file, 1, source.files().getOrDefault(file, otherwise), PLACEHOLDERS, problems);
    }

    /** @param values of all placeholders */
    public String render(Map<String, String> values) {
        String instructions = system.render(values).strip();
        String below = handoff.render(values).strip();
        return below.isEmpty() ? instructions : instructions + "\n\n" + below;
    }
}

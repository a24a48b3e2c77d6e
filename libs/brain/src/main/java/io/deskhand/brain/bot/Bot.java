package io.deskhand.brain.bot;

import io.deskhand.brain.tool.HttpTool;
import java.util.List;
import java.util.Map;

/**
 * One version of a bot, as its files say. Immutable.
 *
 * @param id the folder's name
 * @param version first 12 hex digits of the SHA-256 over all its files
 * @param name shown to customers
 * @param languages BCP 47 tags; the first is the fallback
 * @param tone free text for the model's instructions
 * @param greetings first text of a ticket, per language
 * @param suggestionsByLanguage one-tap questions, per language
 * @param team the queue that gets its escalated tickets
 * @param prompt the model's instructions
 * @param articles all knowledge, staff articles included
 * @param tools what it may call for a customer
 */
public record Bot(
        String id,
        String version,
        String name,
        List<String> languages,
        String tone,
        Map<String, String> greetings,
        Map<String, List<String>> suggestionsByLanguage,
        String team,
        Texts texts,
        EvidenceThresholds evidence,
        Limits limits,
        List<SensitiveTopic> sensitive,
        ModelTuning model,
        SystemPrompt prompt,
        List<Article> articles,
        List<HttpTool> tools) {

    public Bot {
        languages = List.copyOf(languages);
        greetings = Map.copyOf(greetings);
        suggestionsByLanguage = Map.copyOf(suggestionsByLanguage);
        sensitive = List.copyOf(sensitive);
        articles = List.copyOf(articles);
        tools = List.copyOf(tools);
    }

    /** The bot's language that serves a customer's language best: the same tag, the same primary language, or the bot's first. */
    public String languageFor(String customerLanguage) {
        return Texts.bestMatch(languages, customerLanguage, languages.getFirst());
    }

    /** The greeting in the language that fits the customer's best. */
    public String greeting(String language) {
        String best = Texts.bestMatch(greetings.keySet(), language, languages.getFirst());
        return greetings.getOrDefault(best, "");
    }

    /** One-tap questions in the language that fits the customer's best; may be empty. */
    public List<String> suggestions(String language) {
        String best = Texts.bestMatch(suggestionsByLanguage.keySet(), language, languages.getFirst());
        return suggestionsByLanguage.getOrDefault(best, List.of());
    }

    /** A canned text in the language that fits the customer's best, with the bot's name filled in. */
    public String text(Notice notice, String language) {
        return text(notice, language, Map.of());
    }

    /** The same, with further variables, such as {@code first} and {@code second} of {@link Notice#CLARIFY}. */
    public String text(Notice notice, String language, Map<String, String> variables) {
        String text = texts.find(notice, language, languages.getFirst()).replace("{{name}}", name);
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            text = text.replace("{{" + variable.getKey() + "}}", variable.getValue());
        }
        return text;
    }

    /** Says nothing of prompts or knowledge, so that logs stay short. */
    @Override
    public String toString() {
        return "Bot[" + id + "@" + version + "]";
    }

    /**
     * @param answer below this score in [0, 1] the evidence is weak
     * @param compete two articles whose scores differ by less than this compete
     */
    public record EvidenceThresholds(double answer, double compete) {}

    /**
     * @param sameQuestionOffer the nth time of the same question that makes the bot offer a person
     * @param sameQuestionEscalate the nth time that makes it escalate
     * @param failures turns in a row without an answer that make it escalate
     */
    public record Limits(int sameQuestionOffer, int sameQuestionEscalate, int failures) {}

    /** A matter that policy gives to people; any of its phrases in a customer's message escalates. */
    public record SensitiveTopic(String topic, List<String> phrases) {
        public SensitiveTopic {
            phrases = List.copyOf(phrases);
        }
    }

    /**
     * @param toolRounds rounds of tool calls a turn may take
     * @param passages passages given to the model a turn
     */
    public record ModelTuning(double temperature, int maxOutputTokens, int toolRounds, int passages) {}
}

package io.deskhand.brain.bot;

import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.TurnDecision.Route;
import io.deskhand.brain.budget.Budget;
import io.deskhand.brain.tool.HttpTool;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param approve topics on which a colleague must approve an answer before the customer sees it
 * @param asksColleagues whether the model may ask colleagues while it keeps the ticket
 * @param prompt the model's instructions
 * @param articles all knowledge, staff articles included
 * @param budget what may be spent on models
 * @param escalation rules on verified customers, in the file's order
 * @param tools what it may call for a customer
 * @param variant name of the variant that this is; empty for the bot itself
 * @param variants the forms that its tickets get; empty when all get the bot itself
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
        List<SensitiveTopic> approve,
        boolean asksColleagues,
        ModelTuning model,
        SystemPrompt prompt,
        List<Article> articles,
        Budget budget,
        List<EscalationRule> escalation,
        List<HttpTool> tools,
        String variant,
        List<Variant> variants) {

    public Bot {
        languages = List.copyOf(languages);
        greetings = Map.copyOf(greetings);
        suggestionsByLanguage = Map.copyOf(suggestionsByLanguage);
        sensitive = List.copyOf(sensitive);
        approve = List.copyOf(approve);
        articles = List.copyOf(articles);
        escalation = List.copyOf(escalation);
        tools = List.copyOf(tools);
        variants = List.copyOf(variants);
    }

    /** The form of the bot that a ticket gets: the same one for all its turns. */
    public Bot forTicket(String ticket) {
        return variants.isEmpty() ? this : Variant.of(variants, ticket).bot();
    }

    /** The bot's language that serves a customer's language best: the same tag, the same primary language, or the bot's first. */
    public String languageFor(String customerLanguage) {
        return Texts.bestMatch(languages, customerLanguage, languages.getFirst());
    }

    /** The greeting in the language that fits the customer's best. */
    public String greeting(String language) {
        String best = Texts.bestMatch(greetings.keySet(), language, languages.getFirst());
        return greetings.getOrDefault(best, "").replace("{{name}}", name);
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

    /** Where this customer's tickets go, whatever escalates them: the first rule that holds and names a team, and the highest priority of all that hold. */
    public Route route(CustomerContext customerContext) {
        return escalation.stream()
                .filter(rule -> rule.holds(customerContext))
                .map(rule -> new Route(rule.team(), rule.priority()))
                .reduce(Route.USUAL, Route::or);
    }

    /** Says nothing of prompts or knowledge, so that logs stay short. */
    @Override
    public String toString() {
        return "Bot[" + id + "@" + version + (variant.isEmpty() ? "" : "/" + variant) + "]";
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

    /**
     * A matter that policy gives to people, or whose answers people approve, by its phrases in a customer's message.
     *
     * @param team whose queue takes it; null for the bot's own
     * @param priority the least that the ticket has then, 0 to 9
     */
    public record SensitiveTopic(
            String topic, List<String> phrases, @Nullable String team, int priority) {
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

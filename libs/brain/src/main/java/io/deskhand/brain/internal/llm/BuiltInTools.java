package io.deskhand.brain.internal.llm;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.deskhand.brain.TurnDecision.Reason;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.bot.Bot;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tools that every bot has: their specifications, and the parsing of calls. */
final class BuiltInTools {

    static final String SEARCH = "search_knowledge";
    static final String ESCALATE = "escalate";
    static final String ASK_COLLEAGUE = "ask_colleague";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_ARGUMENT = 2_000;

    static final List<ToolSpecification> SPECIFICATIONS = List.of(
            ToolSpecification.builder()
                    .name(SEARCH)
                    .description(
                            "Searches the help articles. Use other words than the customer's when the material you have does not answer.")
                    .parameters(JsonObjectSchema.builder()
                            .addStringProperty("query", "what to look for, as a short question or a few words")
                            .required("query")
                            .build())
                    .build(),
            ToolSpecification.builder()
                    .name(ESCALATE)
                    .description("Gives the customer to a person. The system tells the customer.")
                    .parameters(JsonObjectSchema.builder()
                            .addEnumProperty("reason", List.of("asked", "sensitive", "no_answer", "tool_failed"))
                            .addStringProperty(
                                    "summary", "what the customer wants and what is open, in one or two sentences")
                            .required("reason", "summary")
                            .build())
                    .build());

    private static final ToolSpecification ASKING = ToolSpecification.builder()
            .name(ASK_COLLEAGUE)
            .description(
                    "Asks a colleague for what only people can know or decide, when the articles do not say it. Ends"
                            + " your turn; the system tells the customer, and you go on with the answer. Not for giving the"
                            + " customer to a person.")
            .parameters(JsonObjectSchema.builder()
                    .addStringProperty("question", "what the colleague must know to answer, in one or two sentences")
                    .required("question")
                    .build())
            .build();

    /** The tools of a turn; ask_colleague only where the bot allows it and no guidance has come yet. */
    static List<ToolSpecification> of(Bot bot, TurnRequest request) {
        return asks(bot, request)
                ? Stream.concat(SPECIFICATIONS.stream(), Stream.of(ASKING)).toList()
                : SPECIFICATIONS;
    }

    private static boolean asks(Bot bot, TurnRequest request) {
        return bot.asksColleagues() && request.guidance().isEmpty();
    }

    /** A parsed tool call. */
    sealed interface Call {

        record Search(String query) implements Call {}

        record Ask(String question) implements Call {}

        record HandOver(Reason reason, String summary) implements Call {}

        /** @param message asks the model to correct its call */
        record Unusable(String message) implements Call {}
    }

    private BuiltInTools() {}

    static Call read(ToolExecutionRequest request) {
        JsonNode arguments;
        try {
            arguments = JSON.readTree(request.arguments() == null ? "{}" : request.arguments());
        } catch (JacksonException e) {
            return new Call.Unusable("error: the arguments are not valid JSON");
        }
        return switch (request.name()) {
            case SEARCH -> {
                String query = text(arguments, "query");
                yield query.isEmpty() ? new Call.Unusable("error: \"query\" is missing") : new Call.Search(query);
            }
            case ASK_COLLEAGUE -> {
                String question = text(arguments, "question");
                yield question.isEmpty() ? new Call.Unusable("error: \"question\" is missing") : new Call.Ask(question);
            }
            case ESCALATE -> new Call.HandOver(reason(text(arguments, "reason")), text(arguments, "summary"));
            default -> new Call.Unusable("error: there is no tool \"" + request.name() + "\"");
        };
    }

    private static String text(JsonNode arguments, String key) {
        String value = arguments.path(key).asString("").strip();
        return value.length() <= LONGEST_ARGUMENT ? value : value.substring(0, LONGEST_ARGUMENT);
    }

    private static Reason reason(String name) {
        return switch (name) {
            case "asked" -> Reason.ASKED;
            case "sensitive" -> Reason.SENSITIVE;
            case "tool_failed" -> Reason.TOOL_FAILED;
            default -> Reason.WEAK_EVIDENCE;
        };
    }
}

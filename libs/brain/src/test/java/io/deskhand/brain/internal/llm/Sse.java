package io.deskhand.brain.internal.llm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes streams as an OpenAI-compatible server sends them. */
public final class Sse {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> events = new ArrayList<>();
    private @Nullable String usage;

    public static Sse text(String... deltas) {
        Sse sse = new Sse();
        for (String delta : deltas) {
            sse.content(delta);
        }
        return sse;
    }

    Sse content(String text) {
        ObjectNode delta = JSON.createObjectNode().put("role", "assistant").put("content", text);
        return choice(delta, null);
    }

    /** A tool call whose arguments come in pieces. */
    Sse toolCall(String id, String name, String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            ObjectNode delta = JSON.createObjectNode();
            ObjectNode call = delta.putArray("tool_calls").addObject().put("index", 0);
            if (i == 0) {
                call.put("id", id).put("type", "function");
                call.putObject("function").put("name", name).put("arguments", arguments[i]);
            } else {
                call.putObject("function").put("arguments", arguments[i]);
            }
            choice(delta, null);
        }
        return this;
    }

    Sse raw(String data) {
        events.add("data: " + data + "\n\n");
        return this;
    }

    /** What the server reports at the end. */
    public Sse usage(int input, int output) {
        usage =
                "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"test-model\",\"choices\":[],\"usage\":{\"prompt_tokens\":"
                        + input + ",\"completion_tokens\":" + output + ",\"total_tokens\":" + (input + output) + "}}";
        return this;
    }

    /** Ends properly. */
    public String done(String finishReason) {
        choice(JSON.createObjectNode(), finishReason);
        if (usage != null) {
            raw(usage);
        }
        return raw("[DONE]").cut();
    }

    public String done() {
        return done("stop");
    }

    /** Ends here, without saying so. */
    String cut() {
        return String.join("", events);
    }

    private Sse choice(ObjectNode delta, @Nullable String finishReason) {
        ObjectNode chunk = JSON.createObjectNode()
                .put("id", "chatcmpl-1")
                .put("object", "chat.completion.chunk")
                .put("created", 1)
                .put("model", "test-model");
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.put("finish_reason", finishReason);
        return raw(chunk.toString());
    }
}

package io.deskhand.evals;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.deskhand.brain.yaml.YamlSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A model behind WireMock that answers what is written down for a case, one answer a request, streamed as an OpenAI-compatible server does. */
final class ScriptedModel implements ResponseDefinitionTransformerV2 {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CANARY = Pattern.compile("the code (k-[0-9a-f]+)");
    private static final Pattern PIECES = Pattern.compile("\\S+\\s*|\\s+");

    private final JsonNode scripts;
    private final Deque<JsonNode> open = new ArrayDeque<>();
    private final List<String> unscripted = new ArrayList<>();
    private String inserted = "";

    ScriptedModel(Path answers) {
        try {
            scripts = YamlSource.parse("answers.yaml", 1, Files.readString(answers))
                    .json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next requests belong to this case. */
    synchronized void insert(String caseId) {
        finish();
        inserted = caseId;
        scripts.path(caseId).forEach(open::add);
    }

    /** Cases that asked more, or less, than is written down. */
    synchronized List<String> surprises() {
        finish();
        return unscripted;
    }

    private void finish() {
        if (!open.isEmpty()) {
            unscripted.add(inserted + ": " + open.size() + " answers were not asked for");
            open.clear();
        }
    }

    @Override
    public String getName() {
        return "scripted-model";
    }

    @Override
    public synchronized ResponseDefinition transform(ServeEvent event) {
        JsonNode answer = open.poll();
        if (answer == null) {
            unscripted.add(inserted + ": a request too many");
            return ResponseDefinitionBuilder.responseDefinition()
                    .withStatus(500)
                    .build();
        }
        return ResponseDefinitionBuilder.responseDefinition()
                .withHeader("Content-Type", "text/event-stream")
                .withBody(answer.has("call") ? call(answer.path("call")) : say(answer, event))
                .build();
    }

    private static String say(JsonNode answer, ServeEvent event) {
        Matcher canary = CANARY.matcher(event.getRequest().getBodyAsString());
        String text = answer.path("say")
                .asString()
                .replace("{{canary}}", canary.find() ? canary.group(1) : "no canary was given");
        StringBuilder body = new StringBuilder();
        Matcher pieces = PIECES.matcher(text);
        while (pieces.find()) {
            body.append(chunk(JSON.createObjectNode().put("content", pieces.group()), null));
        }
        return body.append(chunk(JSON.createObjectNode(), "stop"))
                .append("data: [DONE]\n\n")
                .toString();
    }

    private static String call(JsonNode call) {
        ObjectNode delta = JSON.createObjectNode();
        ObjectNode tool = delta.putArray("tool_calls").addObject();
        tool.put("index", 0).put("id", "call_1").put("type", "function");
        tool.putObject("function")
                .put("name", call.path("name").asString())
                .put("arguments", call.path("arguments").toString());
        return chunk(delta, null) + chunk(JSON.createObjectNode(), "tool_calls") + "data: [DONE]\n\n";
    }

    private static String chunk(ObjectNode delta, @Nullable String finishReason) {
        ObjectNode chunk = JSON.createObjectNode()
                .put("id", "x")
                .put("object", "chat.completion.chunk")
                .put("model", "scripted-model");
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.put("finish_reason", finishReason);
        return "data: " + chunk + "\n\n";
    }
}

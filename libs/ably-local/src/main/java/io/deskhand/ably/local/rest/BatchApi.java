package io.deskhand.ably.local.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.wire.AblyError;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Fields;
import java.util.ArrayList;
import java.util.List;

/** The batch endpoints: publish, and presence of several channels. The result of each channel is independent. */
final class BatchApi {
    private static final int FIRST_WITH_RESULTS = 3;
    private static final int MAX_CHANNELS = 100;

    private final Access access;
    private final MessagesApi messages;

    BatchApi(Access access, MessagesApi messages) {
        this.access = access;
        this.messages = messages;
    }

    void addTo(Routes routes) {
        routes.add("POST", "messages", this::publish);
        routes.add("GET", "presence", this::presence);
    }

    private record Spec(List<String> channels, JsonNode messages) {

        static List<Spec> readAll(JsonNode body) {
            List<Spec> specs = new ArrayList<>();
            if (body.isArray()) {
                body.forEach(spec -> specs.add(read(spec)));
            } else {
                specs.add(read(body));
            }
            int channels = specs.stream().mapToInt(spec -> spec.channels.size()).sum();
            if (channels == 0 || channels > MAX_CHANNELS) {
                throw Errors.invalidBody("unable to publish batch; between 1 and " + MAX_CHANNELS + " channels");
            }
            return specs;
        }

        private static Spec read(JsonNode spec) {
            JsonNode messages = Fields.any(spec, "messages");
            JsonNode named = Fields.any(spec, "channels");
            if (!spec.isObject() || messages == null || named == null) {
                throw Errors.invalidBody("unable to publish batch; each needs channels and messages");
            }
            List<String> channels = new ArrayList<>();
            for (JsonNode name : named.isArray()
                    ? named
                    : JsonNodeFactory.instance.arrayNode().add(named)) {
                if (!name.isTextual()) {
                    throw Errors.invalidBody("unable to publish batch; channels must be strings");
                }
                channels.add(name.textValue());
            }
            return new Spec(channels, messages);
        }
    }

    private Response publish(Request request) {
        Access.Caller caller = access.caller(request);
        ArrayNode perSpec = JsonNodeFactory.instance.arrayNode();
        ArrayNode flat = JsonNodeFactory.instance.arrayNode();
        boolean failed = false;
        for (Spec spec : Spec.readAll(request.body())) {
            ArrayNode results = JsonNodeFactory.instance.arrayNode();
            for (String name : spec.channels) {
                results.add(attempt(name, () -> {
                    Channel channel = caller.channel(name, "publish", "publish");
                    return MessagesApi.toNode(channel, messages.publish(caller, channel, spec.messages, false));
                }));
            }
            ObjectNode summary = summary(results);
            failed |= summary.get("failureCount").intValue() > 0;
            perSpec.add(summary);
            flat.addAll(results);
        }
        if (request.version() >= FIRST_WITH_RESULTS) {
            return Response.created(perSpec);
        }
        return failed ? flatFailure(flat) : Response.created(flat);
    }

    /** The response before API version 3, which had no result per channel. */
    private static Response flatFailure(ArrayNode flat) {
        AblyError error = new AblyError(40020, 400, "unable to publish batch; some channels failed");
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("error", error.toNode());
        body.set("batchResponse", flat);
        return new Response(400, body, List.of(), null, error);
    }

    private interface Attempt {
        ObjectNode run();
    }

    private static ObjectNode attempt(String channel, Attempt attempt) {
        try {
            return attempt.run();
        } catch (AblyException e) {
            ObjectNode result = JsonNodeFactory.instance.objectNode().put("channel", channel);
            return result.set("error", e.error().toNode());
        }
    }

    private static ObjectNode summary(ArrayNode results) {
        int failures = 0;
        for (JsonNode result : results) {
            failures += result.has("error") ? 1 : 0;
        }
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        summary.put("successCount", results.size() - failures);
        summary.put("failureCount", failures);
        return summary.set("results", results);
    }

    private Response presence(Request request) {
        Access.Caller caller = access.caller(request);
        String channels = request.query("channels");
        if (channels == null || channels.isEmpty()) {
            throw Errors.invalidParameter("unable to read presence; channels is missing");
        }
        String[] names = channels.split(",", -1);
        if (names.length > MAX_CHANNELS) {
            throw Errors.invalidParameter("unable to read presence; at most " + MAX_CHANNELS + " channels");
        }
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        for (String name : names) {
            results.add(attempt(name, () -> {
                Channel channel = ChannelsApi.presenceOf(caller, name);
                ObjectNode result = JsonNodeFactory.instance.objectNode().put("channel", name);
                ArrayNode members = result.putArray("presence");
                channel.members().all().forEach(member -> members.add(member.toNode()));
                return result;
            }));
        }
        return Response.ok(summary(results));
    }
}

package io.deskhand.chaos.observe;

import io.deskhand.chaos.check.Shown;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads rooms over the REST side of Chat: every message, and of those that were updated every version; and who is there. */
final class ChatHistory {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"next\"");

    private final String server;
    private final String authorization;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final JsonMapper json = JsonMapper.builder().build();

    ChatHistory(String server, String key) {
        this.server = server;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    List<Shown> read(String room) throws IOException, InterruptedException {
        String messages = server + "/chat/v4/rooms/" + encode(room) + "/messages";
        List<Shown> all = new ArrayList<>();
        for (JsonNode message : pages(messages + "?limit=1000&direction=forwards")) {
            String serial = message.get("serial").asString();
            if (message.get("version").get("serial").asString().equals(serial)) {
                all.add(shown(message));
            } else {
                String versions = messages + "/" + encode(serial) + "/versions?limit=1000&direction=forwards";
                pages(versions).forEach(version -> all.add(shown(version)));
            }
        }
        return all;
    }

    /** The client ids of all members. */
    Set<String> present(String room) throws IOException, InterruptedException {
        return pages(server + "/channels/" + encode(room + "::$chat") + "/presence?limit=1000").stream()
                .map(member -> member.path("clientId").asString(""))
                .collect(Collectors.toSet());
    }

    private List<JsonNode> pages(String first) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        Optional<URI> page = Optional.of(URI.create(first));
        while (page.isPresent()) {
            URI uri = page.get();
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .header("Authorization", authorization)
                    .timeout(Duration.ofSeconds(10))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("unable to read " + uri + "; it answered " + answer.statusCode());
            }
            json.readTree(answer.body()).forEach(items::add);
            page = answer.headers().allValues("Link").stream()
                    .map(NEXT::matcher)
                    .filter(Matcher::find)
                    .map(link -> uri.resolve(link.group(1)))
                    .findFirst();
        }
        return items;
    }

    private static Shown shown(JsonNode message) {
        JsonNode headers = message.path("headers");
        return new Shown(
                message.get("serial").asString(),
                message.get("version").get("serial").asString(),
                message.path("clientId").asString(""),
                headers.path("pos").asLong(0),
                headers.path("kind").asString(""),
                headers.path("state").asString(""),
                headers.path("seq").asLong(0),
                message.path("text").asString(""),
                message.path("metadata").path("localId").asString(""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

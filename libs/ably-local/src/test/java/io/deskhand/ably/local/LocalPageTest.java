package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a look inside at /_local")
class LocalPageTest extends RawTest {

    LocalPageTest(Format format) {
        super(format);
    }

    private JsonNode state(String query) {
        return raw.get("/_local/state?" + query).body();
    }

    private static String names(JsonNode channels) {
        return String.join(
                " ",
                StreamSupport.stream(channels.spliterator(), false)
                        .map(channel -> channel.path("name").asText())
                        .toList());
    }

    @Test
    void the_page_and_its_script_are_served() {
        for (String[] file : new String[][] {{"/_local", "text/html"}, {"/_local/page.js", "text/javascript"}}) {
            var http = raw.get(file[0]).http();
            assertThat(http.statusCode()).isEqualTo(200);
            assertThat(http.headers().firstValue("Content-Type")).hasValue(file[1] + "; charset=utf-8");
            assertThat(http.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'self'");
            assertThat(new String(http.body(), StandardCharsets.UTF_8)).contains("channel");
        }
    }

    @Test
    void a_server_without_traffic_has_nothing_to_show() {
        JsonNode state = state("app=app&channel=room");
        assertThat(state.path("connections")).isEmpty();
        assertThat(state.path("channels")).isEmpty();
        assertThat(state.has("channel")).isFalse();
    }

    @Test
    void connections_and_channels_are_listed_in_short_and_one_channel_in_full() {
        RawSocket ann = raw.connect("clientId=ann");
        ann.attach("room");
        ann.presence("room", "[{'action':2,'data':'here'}]");
        ann.until(Action.ACK);
        String serial =
                ann.published("room", "[{'name':'n','data':'seen here'}]").getFirst();
        ann.annotate("room", "[{'type':'a:flag.v1','messageSerial':'%s'}]", serial);
        ann.settled();
        JsonNode state = state("app=app&channel=room");
        JsonNode connection = state.path("connections").path(0);
        assertThat(connection.path("clientId").asText()).isEqualTo("ann");
        assertThat(connection.path("connected").asBoolean()).isTrue();
        JsonNode shortly = state.path("channels").path(0);
        assertThat(shortly.path("attached").asInt()).isEqualTo(1);
        assertThat(shortly.path("present").asInt()).isEqualTo(1);
        assertThat(shortly.path("stored").asInt()).isEqualTo(1);
        JsonNode channel = state.path("channel");
        assertThat(channel.path("attachments").path(0).path("clientId").asText())
                .isEqualTo("ann");
        assertThat(channel.path("members").path(0).path("data").asText()).isEqualTo("here");
        JsonNode message = channel.path("last").path(0);
        assertThat(message.path("data").asText()).isEqualTo("seen here");
        assertThat(message.path("annotations").path("a:flag.v1").path("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void the_latest_used_channels_come_first_and_looking_does_not_count_as_use() {
        for (String name : new String[] {"one", "two", "three", "one"}) {
            raw.post("/channels/" + name + "/messages", Raw.json("{}"));
        }
        assertThat(names(state("app=app&channel=two").path("channels"))).isEqualTo("one three two");
        assertThat(names(state("filter=o").path("channels"))).isEqualTo("one two");
    }

    @Test
    void more_channels_than_a_page_can_show_are_counted_and_found_by_filter() {
        for (int i = 0; i < 210; i++) {
            raw.post("/channels/c" + i + "/messages", Raw.json("{}"));
        }
        assertThat(state("").path("channels")).hasSize(200);
        assertThat(state("").path("channelCount").asInt()).isEqualTo(210);
        assertThat(names(state("filter=c0").path("channels"))).isEqualTo("c0");
    }

    @Test
    void long_data_is_cut_and_bytes_are_counted() {
        raw.post("/channels/room/messages", Raw.json("{'data':'%s'}", "x".repeat(10_000)));
        raw.post("/channels/room/messages", Raw.json("{'data':'AAEC','encoding':'base64'}"));
        JsonNode last = state("app=app&channel=room").path("channel").path("last");
        assertThat(last.path(0).path("bytes").asInt()).isEqualTo(3);
        assertThat(last.path(1).path("data").asText()).hasSize(2_001);
    }
}

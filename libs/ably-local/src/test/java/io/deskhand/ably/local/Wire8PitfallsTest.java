package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Flag;
import io.deskhand.ably.local.wire.Format;
import io.deskhand.ably.local.wire.Mode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One test per pitfall that a frame or a request can show; those that need an SDK are in {@link SdkPitfallsTest}. */
@DisplayName("8 pitfalls")
class Wire8PitfallsTest extends RawTest {
    private final AtomicLong ahead = new AtomicLong();

    Wire8PitfallsTest(Format format) {
        super(format);
    }

    /** The real time, and more when a test says so. */
    @Override
    protected AblyLocalOptions options() {
        InstantSource system = InstantSource.system();
        InstantSource clock = () -> Instant.ofEpochMilli(system.millis() + ahead.get());
        return AblyLocalOptions.defaults().withClock(clock);
    }

    private static int code(JsonNode frame) {
        return frame.path("error").path("code").asInt();
    }

    @Test
    void pitfall_01_zero_values_are_written() {
        RawSocket socket = raw.connect();
        socket.publish("room", "[{}]");
        JsonNode ack = socket.next(Action.ACK);
        assertThat(ack.has("msgSerial")).isTrue();
        assertThat(ack.path("msgSerial").asLong(-1)).isZero();
        assertThat(ack.path("count").asInt()).isEqualTo(1);
        socket.send("{'action':0}");
        assertThat(socket.next().has("action")).isTrue();
    }

    @Test
    void pitfall_02_an_ack_counts_frames_not_messages_and_rest_answers_serials() {
        RawSocket socket = raw.connect();
        socket.publish("room", "[{},{},{}]");
        JsonNode ack = socket.next(Action.ACK);
        assertThat(ack.path("count").asInt()).isEqualTo(1);
        assertThat(ack.path("res")).hasSize(1);
        assertThat(ack.path("res").path(0).path("serials")).hasSize(3);
        assertThat(raw.post("/channels/room/messages", Raw.json("{}")).body().path("serials"))
                .hasSize(1);
    }

    @Test
    void pitfall_03_nack_has_count_and_error_and_error_has_error() {
        RawSocket socket = raw.connect();
        socket.publish("room", "[]");
        JsonNode nack = socket.next(Action.NACK);
        assertThat(nack.path("count").asInt()).isEqualTo(1);
        assertThat(code(nack)).isPositive();
        assertThat(code(raw.open("key=a.b:c").next(Action.ERROR))).isPositive();
    }

    @Test
    void pitfall_04_attached_precedes_everything_else_of_its_channel() {
        RawSocket crowd = raw.connect();
        crowd.attach("room");
        crowd.presence("room", "[{'action':2,'clientId':'a'}]");
        crowd.published("room", "[{'name':'n'}]");
        RawSocket socket = raw.connect();
        socket.send("{'action':10,'channel':'room','params':{'rewind':'1','occupancy':'metrics'}}");
        List<JsonNode> frames = socket.settled();
        assertThat(frames).extracting(f -> f.path("action").asInt()).startsWith(Action.ATTACHED);
        assertThat(frames)
                .extracting(f -> f.path("action").asInt())
                .containsExactlyInAnyOrder(Action.ATTACHED, Action.MESSAGE, Action.SYNC, Action.MESSAGE);
    }

    @Test
    void pitfall_05_a_new_channel_has_a_serial_and_sync_cursors_are_of_another_kind() {
        RawSocket socket = raw.connect();
        String position = socket.attach("room").path("channelSerial").asText();
        assertThat(position).isNotEmpty();
        socket.presence("room", "[{'action':2,'clientId':'a'}]");
        socket.until(Action.ACK);
        socket.send("{'action':16,'channel':'room'}");
        assertThat(socket.until(Action.SYNC).path("channelSerial").asText()).doesNotContain("@");
    }

    @Test
    void pitfall_06_has_presence_is_always_followed_by_a_sync() {
        RawSocket crowd = raw.connect();
        crowd.attach("room");
        crowd.presence("room", "[{'action':2,'clientId':'a'}]");
        crowd.until(Action.ACK);
        for (String flags : List.of("0", Integer.toString(Mode.flags(EnumSet.of(Mode.PUBLISH))))) {
            RawSocket socket = raw.connect();
            JsonNode attached = socket.attach("room", "{'flags':%s}", flags);
            boolean flagged = (attached.path("flags").asInt() & Flag.HAS_PRESENCE) != 0;
            assertThat(socket.settled().stream().anyMatch(f -> f.path("action").asInt() == Action.SYNC))
                    .isEqualTo(flagged);
        }
    }

    @Test
    void pitfall_07_own_presence_comes_back_leaves_repeat_data_and_have_foreign_ids() {
        RawSocket quiet = raw.connect("clientId=ann&echo=false");
        quiet.attach("room", "{'flags':%d}", Mode.flags(EnumSet.of(Mode.PRESENCE)));
        quiet.presence("room", "[{'action':2,'data':'d'}]");
        quiet.next(Action.PRESENCE);
        RawSocket watcher = raw.connect();
        watcher.attach("room");
        watcher.settled();
        quiet.send("{'action':12,'channel':'room'}");
        JsonNode leave = watcher.next(Action.PRESENCE).path("presence").path(0);
        assertThat(leave.path("data").asText()).isEqualTo("d");
        assertThat(leave.path("id").asText()).doesNotStartWith(quiet.id());
    }

    @Test
    void pitfall_08_heartbeats_echo_ids_and_idle_connections_get_one() {
        RawSocket socket = raw.connect();
        socket.send("{'action':0,'id':'x'}");
        assertThat(socket.next(Action.HEARTBEAT).path("id").asText()).isEqualTo("x");
        ahead.set(Duration.ofSeconds(8).toMillis());
        assertThat(socket.next(Action.HEARTBEAT).has("id")).isFalse();
    }

    @Test
    void pitfall_09_a_key_gets_no_invented_client_id() {
        assertThat(raw.connect()
                        .connected()
                        .path("connectionDetails")
                        .path("clientId")
                        .asText("*"))
                .isEqualTo("*");
    }

    @Test
    void pitfall_10_no_close_code_that_ably_java_takes_for_a_failure() {
        RawSocket refused = raw.open("key=a.b:c");
        refused.next(Action.ERROR);
        assertThat(refused.closeCode()).isEqualTo(1000);
        RawSocket told = raw.connect("accessToken=" + Jwts.of(0.3, "{}"));
        told.next(Action.DISCONNECTED);
        assertThat(told.closeCode()).isEqualTo(1000);
    }

    @Test
    void pitfall_11_bad_credentials_are_an_error_frame_behind_a_successful_upgrade() {
        for (String query : List.of(
                "key=a.b:c",
                "key=x",
                "accessToken=x",
                "access_token=ey.x.y",
                "clientId=b&accessToken=" + Jwts.of(60, "{}"))) {
            assertThat(code(raw.open(query).next(Action.ERROR))).as(query).isBetween(40000, 40499);
        }
    }

    @Test
    void pitfall_12_content_types_are_exact_and_accept_is_independent_of_the_body() {
        for (String path :
                List.of("/time", "/stats", "/nothing", "/channels/x/messages", "/chat/v4/rooms/r/messages")) {
            assertThat(raw.get(path).http().headers().firstValue("Content-Type"))
                    .hasValue(format.contentType());
        }
        Format other = format == Format.JSON ? Format.MSGPACK : Format.JSON;
        HttpRequest mixed = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/channels/x/messages"))
                .header("Authorization", Raw.basic(server.key()))
                .header("Content-Type", other.contentType())
                .header("Accept", format.contentType() + ",application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(other.encode(Raw.json("{'name':'n'}"))))
                .build();
        Raw.Answer answer = raw.send(mixed);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.http().headers().firstValue("Content-Type")).hasValue(format.contentType());
    }

    @Test
    void pitfall_13_links_are_relative_one_a_header_without_commas_or_empty_values() {
        for (int i = 0; i < 3; i++) {
            raw.post("/channels/a%2Cb/messages", Raw.json("{}"));
        }
        Raw.Answer answer = raw.get("/channels/a%2Cb/messages?limit=2&start=&end=9999999999999&clientId=a%2Cb");
        assertThat(answer.links()).hasSize(3);
        assertThat(answer.links())
                .allSatisfy(link -> assertThat(link)
                        .matches("<\\./\\w+\\?([^=&,]+=[^=&,]+)(&[^=&,]+=[^=&,]+)*>; rel=\"(first|current|next)\""));
    }

    @Test
    void pitfall_14_token_errors_are_marked_stale_and_every_error_has_its_code_in_a_header() {
        String expired = Jwts.of(-1, "{}");
        var stale =
                raw.get("/stats", "Authorization", "Bearer " + expired).http().headers();
        assertThat(stale.firstValue("WWW-Authenticate").orElseThrow())
                .contains("stale")
                .contains(" ");
        assertThat(stale.firstValue("X-Ably-ErrorCode")).hasValue("40142");
        var missing = raw.get("/stats", "Authorization", "").http().headers();
        assertThat(missing.firstValue("WWW-Authenticate").orElseThrow()).doesNotContain("stale");
        assertThat(missing.firstValue("X-Ably-ErrorCode")).hasValue("40101");
    }

    @Test
    void pitfall_15_history_has_an_alias_and_its_bound_is_inclusive_in_both_spellings() {
        RawSocket socket = raw.connect();
        socket.attach("room");
        socket.publish("room", "[{'name':'0'},{'name':'1'}]");
        String position = socket.until(Action.MESSAGE).path("channelSerial").asText();
        raw.post("/channels/room/messages", Raw.json("{'name':'later'}"));
        for (String path : List.of("messages", "history")) {
            for (String name : List.of("fromSerial", "from_serial")) {
                JsonNode items = raw.get("/channels/room/" + path + "?" + name + "=" + Raw.escape(position))
                        .body();
                assertThat(items).extracting(m -> m.path("name").asText()).containsExactly("1", "0");
            }
        }
    }

    @Test
    void pitfall_16_both_token_spellings_and_a_base64_client_id() {
        String token = Jwts.of(60, "{'x-ably-clientId':'*'}");
        assertThat(raw.connect("accessToken=" + token).id()).isNotEmpty();
        assertThat(raw.connect("access_token=" + token).id()).isNotEmpty();
        raw.post("/channels/room/messages", Raw.json("{}"), "X-Ably-ClientId", Raw.clientIdHeader("zoë"));
        assertThat(raw.get("/channels/room/messages")
                        .body()
                        .path(0)
                        .path("clientId")
                        .asText())
                .isEqualTo("zoë");
    }

    @Test
    void pitfall_17_absent_fields_are_left_out_and_data_is_never_a_raw_object() {
        RawSocket socket = raw.connect();
        socket.attach("room");
        socket.publish("room", "[{'name':null,'data':null,'extras':null,'clientId':null},{'data':{'a':1}}]");
        JsonNode messages = socket.until(Action.MESSAGE).path("messages");
        for (String field : List.of("name", "data", "extras", "annotations", "clientId", "encoding")) {
            assertThat(messages.path(0).has(field)).as(field).isFalse();
        }
        assertThat(messages.path(1).path("data").isTextual()).isTrue();
    }

    @Test
    void pitfall_18_binary_is_transcoded_everywhere() {
        try (Raw others = new Raw(server, format == Format.JSON ? Format.MSGPACK : Format.JSON)) {
            RawSocket there = others.connect();
            there.attach("room");
            RawSocket here = raw.connect("clientId=ann");
            here.attach("room");
            String serial = here.published("room", "[{'data':'AAEC','encoding':'base64'}]")
                    .getFirst();
            here.presence("room", "[{'action':2,'data':'AAEC','encoding':'base64'}]");
            here.annotate(
                    "room", "[{'type':'a:total.v1','messageSerial':'%s','data':'AAEC','encoding':'base64'}]", serial);
            here.settled();
            for (JsonNode entry : List.of(
                    there.next(Action.MESSAGE).path("messages").path(0),
                    there.next(Action.PRESENCE).path("presence").path(0),
                    others.get("/channels/room/messages").body().path(0),
                    others.get("/channels/room/presence").body().path(0),
                    others.get("/channels/room/messages/" + Raw.escape(serial) + "/annotations")
                            .body()
                            .path(0))) {
                boolean text = entry.path("data").isTextual();
                assertThat(text).isEqualTo(format == Format.MSGPACK);
                assertThat(entry.path("encoding").asText("")).isEqualTo(text ? "base64" : "");
                assertThat(entry.path("data").asText()).isEqualTo("AAEC");
            }
        }
    }

    @Test
    void pitfall_19_extras_are_verbatim_also_in_presence() {
        RawSocket socket = raw.connect("clientId=ann");
        socket.attach("room");
        String extras = "{'headers':{'deep':[{'x':null}]},'other':1}";
        socket.presence("room", "[{'action':2,'extras':%s}]", extras);
        assertThat(socket.next(Action.PRESENCE).path("presence").path(0).path("extras"))
                .isEqualTo(Raw.json(extras));
    }

    @Test
    void pitfall_20_the_timestamp_is_the_creations_and_a_deletion_keeps_what_it_does_not_supply() {
        String serial = raw.post(
                        "/channels/room/messages", Raw.json("{'name':'n','data':'d','extras':{'headers':{'h':1}}}"))
                .body()
                .path("serials")
                .path(0)
                .asText();
        String at = "/channels/room/messages/" + Raw.escape(serial);
        JsonNode created = raw.get(at).body();
        ahead.set(5_000);
        raw.post(at + "/delete", Raw.json("{'operation':{'metadata':{'k':'v'}}}"));
        JsonNode deleted = raw.get(at).body();
        assertThat(deleted.path("timestamp")).isEqualTo(created.path("timestamp"));
        assertThat(deleted.path("version").path("timestamp").asLong())
                .isGreaterThan(created.path("timestamp").asLong() + 4_000);
        assertThat(deleted.path("version").path("metadata")).isEqualTo(Raw.json("{'k':'v'}"));
        for (String field : List.of("name", "data", "extras")) {
            assertThat(deleted.path(field)).as(field).isEqualTo(created.path(field));
        }
    }

    @Test
    void pitfall_21_an_old_client_gets_appends_as_updates() {
        RawSocket old = raw.connect("v=4");
        old.attach("room");
        String serial = raw.connect().published("room", "[{'data':'a'}]").getFirst();
        raw.connect().published("room", "[{'action':5,'serial':'%s','data':'b'}]", serial);
        old.next(Action.MESSAGE);
        JsonNode update = old.next(Action.MESSAGE).path("messages").path(0);
        assertThat(update.path("action").asInt()).isEqualTo(1);
        assertThat(update.path("data").asText()).isEqualTo("ab");
    }

    @Test
    void pitfall_22_repetitions_are_harmless_on_rest_chat_and_resume() {
        for (int i = 0; i < 2; i++) {
            raw.post("/channels/room::$chat/messages".replace("$", "%24"), Raw.tree("[{'id':'base:0','name':'rest'}]"));
            raw.post(
                    "/chat/v4/rooms/room/messages?idempotencyKey=k",
                    Raw.json("{'text':'chat'}"),
                    "X-Ably-ClientId",
                    Raw.clientIdHeader("a"));
        }
        assertThat(raw.get("/channels/room%3A%3A%24chat/messages").body()).hasSize(2);
    }

    @Test
    void pitfall_23_the_default_modes_include_annotation_publish() {
        JsonNode attached = raw.connect().attach("room", "{'params':{'agent':'x'}}");
        assertThat(Mode.ofFlags(attached.path("flags").asInt()))
                .contains(Mode.ANNOTATION_PUBLISH)
                .doesNotContain(Mode.ANNOTATION_SUBSCRIBE);
        assertThat(attached.has("params")).isFalse();
    }

    @Test
    void pitfall_24_a_denial_is_40160_with_status_401_everywhere() {
        String token = Jwts.of(60, "{'x-ably-clientId':'a','x-ably-capability':{'other':['*']}}");
        RawSocket socket = raw.connect("accessToken=" + token);
        socket.publish("room", "[{}]");
        socket.presence("room", "[{'action':2}]");
        socket.annotate("room", "[{}]");
        socket.send("{'action':10,'channel':'room'}");
        for (JsonNode frame : socket.settled()) {
            assertThat(code(frame)).isEqualTo(40160);
            assertThat(frame.path("error").path("statusCode").asInt()).isEqualTo(401);
        }
        Raw.Answer answer = raw.get("/chat/v4/rooms/room/messages", "Authorization", "Bearer " + token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo(40160);
    }

    @Test
    void pitfall_25_a_bad_resume_key_is_a_new_connection_and_not_an_error() {
        assertThat(code(raw.connect("resume=_____!ablyjs_test_fake-key____").connected()))
                .isEqualTo(80018);
    }

    @Test
    void pitfall_26_in_band_auth_is_answered_with_connected_and_the_same_ids() {
        RawSocket socket = raw.connect();
        socket.send("{'action':17,'auth':{'accessToken':'%s'}}", Jwts.of(60, "{}"));
        JsonNode connected = socket.next(Action.CONNECTED);
        assertThat(connected.path("connectionId").asText()).isEqualTo(socket.id());
        assertThat(connected.path("connectionDetails").path("connectionKey").asText())
                .isEqualTo(socket.key());
    }

    @Test
    void pitfall_27_a_token_of_half_a_second_disconnects_with_40142() {
        assertThat(code(raw.connect("accessToken=" + Jwts.of(0.5, "{}")).next(Action.DISCONNECTED)))
                .isEqualTo(40142);
    }

    @Test
    void pitfall_29_an_empty_channel_name_is_named_in_its_error() {
        RawSocket socket = raw.connect();
        socket.send("{'action':10,'channel':''}");
        JsonNode error = socket.next(Action.ERROR);
        assertThat(error.has("channel")).isTrue();
        assertThat(error.path("channel").asText("x")).isEmpty();
        assertThat(socket.settled()).isEmpty();
    }

    @Test
    void pitfall_30_echo_is_suppressed_by_connection_not_by_client() {
        RawSocket quiet = raw.connect("echo=false&clientId=ann");
        RawSocket other = raw.connect("echo=false&clientId=ann");
        quiet.attach("room");
        other.attach("room");
        quiet.published("room", "[{}]");
        assertThat(quiet.settled()).isEmpty();
        other.next(Action.MESSAGE);
    }

    @Test
    void pitfall_31_ephemeral_frames_advance_the_order() {
        RawSocket socket = raw.connect();
        String before = socket.attach("room").path("channelSerial").asText();
        socket.publish("room", "[{'extras':{'ephemeral':true}}]");
        String at = socket.until(Action.MESSAGE).path("channelSerial").asText();
        String after = socket.published("room", "[{}]").getFirst();
        assertThat(at).isGreaterThan(before);
        assertThat(after).isGreaterThan(at);
    }

    @Test
    void pitfall_32_summaries_are_in_history_and_raw_annotations_are_not_replayed() {
        RawSocket socket = raw.connect("clientId=ann");
        String position = socket.attach("room").path("channelSerial").asText();
        String serial = socket.published("room", "[{}]").getFirst();
        socket.annotate("room", "[{'type':'a:flag.v1','messageSerial':'%s'}]", serial);
        socket.settled();
        assertThat(raw.get("/channels/room/messages")
                        .body()
                        .path(0)
                        .path("annotations")
                        .path("summary")
                        .has("a:flag.v1"))
                .isTrue();
        RawSocket late = raw.connect();
        late.attach(
                "room",
                "{'channelSerial':'%s','flags':%d}",
                position,
                Mode.flags(EnumSet.of(Mode.SUBSCRIBE, Mode.ANNOTATION_SUBSCRIBE)));
        assertThat(late.settled()).extracting(f -> f.path("action").asInt()).containsOnly(Action.MESSAGE);
    }

    @Test
    void pitfall_33_occupancy_counts_connections_and_members_apart() {
        RawSocket socket = raw.connect();
        socket.attach("room", "{'params':{'occupancy':'metrics'}}");
        socket.next(Action.MESSAGE);
        socket.presence("room", "[{'action':2,'clientId':'a'},{'action':2,'clientId':'b'}]");
        socket.until(Action.ACK);
        JsonNode metrics = raw.get("/channels/room")
                .body()
                .path("status")
                .path("occupancy")
                .path("metrics");
        assertThat(metrics.path("connections").asInt()).isEqualTo(1);
        assertThat(metrics.path("presenceConnections").asInt()).isEqualTo(1);
        assertThat(metrics.path("presenceMembers").asInt()).isEqualTo(2);
    }

    @Test
    void pitfall_34_apps_do_not_mix() {
        JsonNode app = raw.post("/apps", Raw.json("{'keys':[{}]}")).body();
        RawSocket theirs = raw.connect(
                "key=" + Raw.escape(app.path("keys").path(0).path("keyStr").asText()));
        theirs.attach("room");
        raw.post("/channels/room/messages", Raw.json("{'name':'ours'}"));
        assertThat(theirs.settled()).isEmpty();
        RawSocket resuming = raw.connect("resume=" + Raw.escape(theirs.key()));
        assertThat(code(resuming.connected())).isEqualTo(80018);
    }

    @Test
    void pitfall_35_bursts_pass_by_default() {
        RawSocket socket = raw.connect();
        for (int i = 0; i < 500; i++) {
            socket.publish("room", "[{}]");
        }
        assertThat(socket.settled()).hasSize(500).allMatch(f -> f.path("action").asInt() == Action.ACK);
    }

    @Test
    void pitfall_36_ipv4_and_ipv6_share_the_port() {
        HttpRequest six = HttpRequest.newBuilder(URI.create("http://[::1]:" + server.port() + "/time"))
                .build();
        assertThat(raw.send(six).status()).isEqualTo(200);
        assertThat(raw.get("/time").status()).isEqualTo(200);
    }

    @Test
    void pitfall_37_unknown_paths_have_a_body_of_ably() {
        for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            Raw.Answer answer = raw.send(method, "/keys/x/y", Raw.json("{}"));
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.errorCode()).isEqualTo(40400);
        }
    }

    @Test
    void pitfall_38_client_mistakes_are_never_5xx() {
        for (String path : List.of(
                "/channels/%/messages",
                "/channels/%ff/messages",
                "/channels/x/messages?limit=99999999999999999999",
                "//",
                "/?%",
                "/chat/v4/rooms//messages")) {
            HttpRequest request;
            try {
                request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port()
                                + path.replace("%/", "%25/").replace("?%", "?%25")))
                        .header("Authorization", Raw.basic(server.key()))
                        .build();
            } catch (IllegalArgumentException e) {
                throw new AssertionError(path, e);
            }
            assertThat(raw.send(request).status()).as(path).isBetween(200, 499);
        }
    }
}

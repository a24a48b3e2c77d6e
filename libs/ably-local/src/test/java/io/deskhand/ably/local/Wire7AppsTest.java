package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Format;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("7 test apps")
class Wire7AppsTest extends RawTest {

    Wire7AppsTest(Format format) {
        super(format);
    }

    private JsonNode app(String spec) {
        Raw.Answer answer = raw.post("/apps", Raw.json(spec), "Authorization", "");
        assertThat(answer.status()).isEqualTo(201);
        return answer.body();
    }

    private static String key(JsonNode app, int index) {
        return app.path("keys").path(index).path("keyStr").asText();
    }

    @Test
    void an_app_is_answered_with_its_keys_and_where_it_is() {
        JsonNode app = app(
                "{'keys':[{},{'capability':'{\\u0022a\\u0022:[\\u0022publish\\u0022]}'}],'namespaces':[{'id':'persisted','persisted':true}]}");
        assertThat(app.path("appId").asText()).isNotEmpty();
        assertThat(app.path("accountId").asText()).isNotEmpty();
        assertThat(app.path("keys")).hasSize(2);
        JsonNode key = app.path("keys").path(0);
        assertThat(key.path("keyName").asText()).startsWith(app.path("appId").asText() + ".");
        assertThat(key.path("keyStr").asText())
                .isEqualTo(key.path("keyName").asText() + ":"
                        + key.path("keySecret").asText());
        assertThat(key.path("capability").asText()).isEqualTo("{\"*\":[\"*\"]}");
        assertThat(app.path("keys").path(1).path("capability").asText()).isEqualTo("{\"a\":[\"publish\"]}");
        assertThat(app.path("namespaces")).hasSize(1);
        assertThat(app.path("endpoint").asText()).isEqualTo("127.0.0.1");
        assertThat(app.path("port").asInt()).isEqualTo(server.port());
        assertThat(app.path("tls").asBoolean(true)).isFalse();
    }

    @Test
    void members_of_the_fixture_are_always_there_with_their_data_verbatim() {
        JsonNode app = app(
                "{'keys':[{}],'channels':[{'name':'fixtures','presence':[{'clientId':'a','data':'plain'},{'clientId':'b','data':'AAEC','encoding':'cipher+aes-128-cbc/base64'}]}]}");
        JsonNode members = raw.get("/channels/fixtures/presence", "Authorization", Raw.basic(key(app, 0)))
                .body();
        assertThat(members).hasSize(2);
        assertThat(members.path(0).path("data").asText()).isEqualTo("plain");
        assertThat(members.path(1).path("encoding").asText()).startsWith("cipher+aes-128-cbc");
        RawSocket socket = raw.connect("key=" + Raw.escape(key(app, 0)));
        socket.attach("fixtures");
        assertThat(socket.next(Action.SYNC).path("presence")).hasSize(2);
    }

    @Test
    void the_presence_limit_of_an_app_is_its_own() {
        JsonNode app = app("{'keys':[{}],'limits':{'presence':{'maxMembers':2}}}");
        RawSocket socket = raw.connect("key=" + Raw.escape(key(app, 0)));
        socket.attach("room");
        socket.presence(
                "room", "[{'action':2,'clientId':'a'},{'action':2,'clientId':'b'},{'action':2,'clientId':'c'}]");
        assertThat(socket.next(Action.NACK).path("error").path("code").asInt()).isEqualTo(91003);
    }

    @Test
    void a_declared_namespace_without_mutable_messages_refuses_changes() {
        JsonNode app = app("{'keys':[{}],'namespaces':[{'id':'fixed'},{'id':'mutable','mutableMessages':true}]}");
        String authorization = Raw.basic(key(app, 0));
        for (String[] expected : new String[][] {{"fixed:a", "93002"}, {"mutable:a", "0"}, {"other:a", "0"}}) {
            String path = "/channels/" + Raw.escape(expected[0]) + "/messages";
            String serial = raw.post(path, Raw.json("{'data':'x'}"), "Authorization", authorization)
                    .body()
                    .path("serials")
                    .path(0)
                    .asText();
            Raw.Answer answer = raw.send(
                    "PATCH", path + "/" + Raw.escape(serial), Raw.json("{'data':'y'}"), "Authorization", authorization);
            assertThat(answer.errorCode()).as(expected[0]).isEqualTo(Integer.parseInt(expected[1]));
        }
    }

    @Test
    void apps_are_deleted_by_their_own_key_with_their_connections() {
        JsonNode app = app("{'keys':[{}]}");
        String path = "/apps/" + app.path("appId").asText();
        RawSocket socket = raw.connect("key=" + Raw.escape(key(app, 0)));
        assertThat(raw.send("DELETE", path, null).status()).isEqualTo(401);
        assertThat(raw.send("DELETE", path, null, "Authorization", Raw.basic(key(app, 0)))
                        .status())
                .isEqualTo(204);
        socket.next(Action.DISCONNECTED);
        assertThat(raw.get("/stats", "Authorization", Raw.basic(key(app, 0))).errorCode())
                .isEqualTo(40101);
    }

    @Test
    void absurd_apps_are_refused() {
        assertThat(raw.post("/apps", Raw.tree("[1]")).status()).isEqualTo(400);
        assertThat(raw.post("/apps", Raw.json("{'keys':[{'capability':'x'}]}")).status())
                .isEqualTo(400);
        assertThat(raw.post("/apps", Raw.json("{'namespaces':{}}")).status()).isEqualTo(400);
        assertThat(raw.post("/apps", Raw.json("{'channels':[{'name':':bad'}]}")).errorCode())
                .isEqualTo(40010);
    }
}

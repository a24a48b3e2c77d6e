package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.ably.local.wire.Format;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("start, stop, stand-alone")
class StartTest {

    @Test
    void the_port_is_free_again_after_closing() {
        int port;
        try (AblyLocal first = AblyLocal.start(AblyLocalOptions.defaults())) {
            port = first.port();
        }
        try (AblyLocal second = AblyLocal.start(AblyLocalOptions.defaults().withPort(port));
                Raw raw = new Raw(second, Format.JSON)) {
            assertThat(raw.connect().id()).isNotEmpty();
        }
    }

    @Test
    void a_taken_port_is_said_plainly() {
        try (AblyLocal first = AblyLocal.start(AblyLocalOptions.defaults())) {
            AblyLocalOptions same = AblyLocalOptions.defaults().withPort(first.port());
            assertThatThrownBy(() -> AblyLocal.start(same))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessage("unable to listen on port " + first.port() + "; is it taken?");
        }
    }

    @Test
    void a_key_of_another_form_is_refused() {
        for (String key : new String[] {"nonsense", "a:b", ".b:c", "a.:c", "a.b:", "a.b"}) {
            AblyLocalOptions options = AblyLocalOptions.defaults().withKey(key);
            assertThatThrownBy(() -> AblyLocal.start(options)).as(key).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void several_keys_and_apps_are_served_by_one_server() {
        AblyLocalOptions options = AblyLocalOptions.defaults()
                .withKey("one.k1:s1")
                .withKey("one.k2:s2")
                .withKey("two.k1:s1");
        try (AblyLocal server = AblyLocal.start(options);
                Raw raw = new Raw(server, Format.JSON)) {
            assertThat(server.key()).isEqualTo("one.k1:s1");
            RawSocket same = raw.connect("key=one.k2:s2");
            RawSocket other = raw.connect("key=two.k1:s1");
            same.attach("room");
            other.attach("room");
            raw.post("/channels/room/messages", Raw.json("{}"));
            assertThat(same.settled()).hasSize(1);
            assertThat(other.settled()).isEmpty();
        }
    }

    @Test
    void the_banner_says_how_to_point_each_sdk_at_the_server() {
        try (AblyLocal server = AblyLocal.start(AblyLocalOptions.defaults().withKey("my.key:hush"))) {
            String banner = Banner.of(server, "free", true);
            assertThat(banner)
                    .contains("http://127.0.0.1:" + server.port())
                    .contains("key: 'my.key:hush'")
                    .contains("port: " + server.port())
                    .contains("options.restHost")
                    .contains("ChatClient")
                    .contains("/_local/faults")
                    .contains("limits free");
        }
    }
}

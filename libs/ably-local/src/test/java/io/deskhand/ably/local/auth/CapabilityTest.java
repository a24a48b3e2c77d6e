package io.deskhand.ably.local.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.ably.local.wire.AblyException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("3.5 capabilities")
class CapabilityTest {

    private static Capability of(String json) {
        return Capability.parse(json.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource({
        "*, anything, true",
        "*, a:b:c, true",
        "*, [meta]log, false",
        "[*]*, [meta]log, true",
        "[*]*, plain, true",
        "[meta]*, [meta]log, true",
        "[meta]*, plain, false",
        "foo, foo, true",
        "foo, foo:bar, false",
        "foo:*, foo:bar, true",
        "foo:*, foo:bar:baz, true",
        "foo:*, foo, false",
        "foo:*:baz, foo:bar:baz, true",
        "foo:*:baz, foo:a:b:baz, false",
        "foo*, foobar, false",
        "foo*, foo*, true",
        "ticket:c1:*, ticket:c1:t9::$chat, true",
        "ticket:c1:*, ticket:c2:t9::$chat, false",
        "room, room::$chat, true",
        "room::$chat, room::$chat, true",
        "room, room::$other, false",
    })
    void resources_match_channels(String resource, String channel, boolean allowed) {
        assertThat(of("{'" + resource + "':['publish']}").allows(channel, "publish"))
                .isEqualTo(allowed);
    }

    @Test
    void matching_resources_add_up() {
        Capability capability = of("{'a:*':['publish'],'a:b':['history'],'*':['presence']}");
        assertThat(capability.allows("a:b", "publish")).isTrue();
        assertThat(capability.allows("a:b", "history")).isTrue();
        assertThat(capability.allows("a:b", "presence")).isTrue();
        assertThat(capability.allows("a:b", "subscribe")).isFalse();
        assertThat(capability.allows("a:c", "history")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'*':['*']}|{'a':['publish']}|{'a':['publish']}",
                "{'a:*':['publish','history']}|{'a:b':['publish','subscribe']}|{'a:b':['publish']}",
                "{'a':['publish']}|{'b':['publish']}|{}",
                "{'a':['publish']}|{'a':['subscribe']}|{}",
                "{'a:*':['*']}|{'a:*:c':['publish']}|{'a:*:c':['publish']}",
                "{'a:*:c':['*']}|{'a:*':['publish']}|{'a:*:c':['publish']}",
                "{'a:*':['*'],'b':['history']}|{'*':['history']}|{'a:*':['history'],'b':['history']}",
                "{'a:b:*':['*']}|{'a:*':['publish']}|{'a:b:*':['publish']}",
            })
    void an_intersection_is_what_both_allow(String one, String other, String both) {
        assertThat(of(one).intersect(of(other)).text()).isEqualTo(both.replace('\'', '"'));
        assertThat(of(other).intersect(of(one)).text()).isEqualTo(both.replace('\'', '"'));
    }

    @Test
    void nonsense_is_refused() {
        for (String text : new String[] {"[]", "{'a':'publish'}", "{'a':[1]}", "{'a':['fly']}", "x"}) {
            assertThatThrownBy(() -> of(text)).isInstanceOf(AblyException.class);
        }
    }
}

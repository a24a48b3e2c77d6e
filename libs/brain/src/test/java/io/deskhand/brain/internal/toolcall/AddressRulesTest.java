package io.deskhand.brain.internal.toolcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.brain.tool.AllowedOrigins;
import io.deskhand.brain.tool.Origin;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::5"})
    void public_addresses(String address) throws UnknownHostException {
        assertThat(AddressRules.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "ff02::1"
            })
    void addresses_that_lead_inside_or_nowhere(String address) throws UnknownHostException {
        assertThat(AddressRules.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void an_origin_is_scheme_host_and_port() {
        AllowedOrigins allowed = AllowedOrigins.parse(List.of("https://Shop.example", " "), List.of());
        assertThat(allowed.allow(Origin.parse("https://shop.example:443"))).isTrue();
        assertThat(allowed.allow(Origin.parse("http://shop.example"))).isFalse();
        assertThat(allowed.allow(Origin.parse("https://shop.example:8443"))).isFalse();
        assertThat(allowed.allow(Origin.parse("https://shop.example.evil.example")))
                .isFalse();
        assertThatThrownBy(() -> Origin.parse("https://user@shop.example")).hasMessageContaining("unable to");
        assertThatThrownBy(() -> Origin.parse("https://shop.example/path")).hasMessageContaining("unable to");
        assertThatThrownBy(() -> Origin.parse("ftp://shop.example")).hasMessageContaining("unable to");
    }
}

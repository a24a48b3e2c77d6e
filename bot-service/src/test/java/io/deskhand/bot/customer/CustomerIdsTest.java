package io.deskhand.bot.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class CustomerIdsTest {

    private final CustomerIds ids = new CustomerIds(new SecureRandom(), "a secret of the tests, long enough");

    @Test
    void a_known_customer_always_has_the_same_id_and_nobody_else_has_it() {
        assertThat(ids.of("shop-42").value())
                .matches("c_[0-9a-z]{26}")
                .isEqualTo(ids.of("shop-42").value());
        assertThat(ids.of("shop-42")).isNotEqualTo(ids.of("shop-43"));
        assertThat(new CustomerIds(new SecureRandom(), "another secret, just as long as ours").of("shop-42"))
                .isNotEqualTo(ids.of("shop-42"));
    }

    @Test
    void a_visitors_id_is_another_each_time() {
        assertThat(ids.next().value())
                .matches("c_[0-9a-z]{26}")
                .isNotEqualTo(ids.next().value());
    }
}

package io.deskhand.bot.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.bot.customer.CustomerProperties.AnonymousVisitors;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerPropertiesTest {

    private static final String SECRET = "a secret of the tests, long enough";

    @Test
    void settings_that_let_nobody_in_or_share_one_secret_do_not_start() {
        assertThatThrownBy(() -> new CustomerProperties(List.of(), AnonymousVisitors.REFUSED).check(SECRET))
                .hasMessageContaining("set deskhand.customers.identity-secrets");
        assertThatThrownBy(() -> new CustomerProperties(List.of(SECRET), AnonymousVisitors.ALLOWED).check(SECRET))
                .hasMessageContaining("holds deskhand.secret")
                .hasMessageNotContaining(SECRET);
        new CustomerProperties(List.of(), AnonymousVisitors.ALLOWED).check(SECRET);
    }

    @Test
    void shows_no_secret() {
        assertThat(new CustomerProperties(List.of(SECRET), AnonymousVisitors.ALLOWED).toString())
                .doesNotContain(SECRET);
    }
}

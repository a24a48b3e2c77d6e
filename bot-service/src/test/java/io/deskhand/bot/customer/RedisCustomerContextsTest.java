package io.deskhand.bot.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.CustomerContext.Trust;
import io.deskhand.realtime.RealtimeStack;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisCustomerContextsTest {

    private static final CustomerContext GOLD =
            new CustomerContext(Trust.VERIFIED, Map.of("id", "shop-42", "tier", "gold"));

    private RealtimeStack stack;
    private Ticket ticket;

    @BeforeEach
    void start() {
        stack = new RealtimeStack();
        ticket = stack.open("t1");
    }

    @AfterEach
    void stop() throws Exception {
        stack.close();
    }

    @Test
    void any_instance_finds_what_the_latest_sign_in_said_until_it_is_too_old() {
        assertThat(contexts().of(ticket)).isEqualTo(CustomerContext.ANONYMOUS);

        contexts().signedIn(ticket.customer(), GOLD);
        assertThat(contexts().of(ticket)).isEqualTo(GOLD);

        CustomerContext silver = new CustomerContext(Trust.VERIFIED, Map.of("id", "shop-42", "tier", "silver"));
        contexts().signedIn(ticket.customer(), silver);
        assertThat(contexts().of(ticket)).isEqualTo(silver);
        assertThat(stack.redis.getExpire(key())).isBetween(29 * 86_400L, 30 * 86_400L);
    }

    @Test
    void a_damaged_record_makes_nobody_more_than_anonymous() {
        for (String damaged :
                new String[] {"", "{", "{\"trust\":\"ADMIN\",\"attributes\":{}}", "{\"trust\":\"VERIFIED\"}", "null"}) {
            stack.redis.opsForValue().set(key(), damaged);
            assertThat(contexts().of(ticket)).as(damaged).isEqualTo(CustomerContext.ANONYMOUS);
        }
    }

    @Test
    void a_redis_that_does_not_answer_is_an_error_and_no_anonymous_customer() throws Exception {
        RedisCustomerContexts contexts = contexts();
        stack.close();
        assertThatThrownBy(() -> contexts.of(ticket)).isInstanceOf(RuntimeException.class);
        stack = new RealtimeStack();
    }

    private RedisCustomerContexts contexts() {
        return new RedisCustomerContexts(stack.redis, Duration.ofDays(30));
    }

    private String key() {
        return "{desk}:customer:" + ticket.customer() + ":customerContext";
    }
}

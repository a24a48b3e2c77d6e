package io.deskhand.bot.customer;

import io.deskhand.bot.turn.CustomerContexts;
import io.deskhand.brain.CustomerContext;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@link CustomerContexts} in Redis: what the latest sign-in said of a customer, for all instances.
 *
 * <p>Guarantees: nobody has more trust than their sign-in gave them. A record that cannot be read, or is too old, makes the customer anonymous. They then lose a rule
 * or a tool until they sign in again. If Redis does not answer, this throws: the turn is tried again, and a request gets an error that asks for a retry. A guess could
 * leave a customer in the wrong queue.
 */
final class RedisCustomerContexts implements CustomerContexts {

    private static final Logger log = LoggerFactory.getLogger(RedisCustomerContexts.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StringRedisTemplate redis;
    private final Duration kept;

    /** @param kept for how long after the latest sign-in */
    RedisCustomerContexts(StringRedisTemplate redis, Duration kept) {
        this.redis = redis;
        this.kept = kept;
    }

    /** Replaces what an earlier sign-in said. An anonymous customer needs no record. */
    void signedIn(CustomerId customer, CustomerContext customerContext) {
        redis.opsForValue().set(key(customer), JSON.writeValueAsString(customerContext), kept);
    }

    @Override
    public CustomerContext of(Ticket ticket) {
        String known = redis.opsForValue().get(key(ticket.customer()));
        if (known == null) {
            return CustomerContext.ANONYMOUS;
        }
        try {
            return Optional.ofNullable(JSON.readValue(known, CustomerContext.class))
                    .orElse(CustomerContext.ANONYMOUS);
        } catch (JacksonException e) {
            log.warn("unable to read what is known of the customer of ticket {}; the record is damaged", ticket.id());
            return CustomerContext.ANONYMOUS;
        }
    }

    private static String key(CustomerId customer) {
        return "{desk}:customer:" + customer + ":customerContext";
    }
}

package io.deskhand.bot.customer;

import io.deskhand.service.DeskhandProperties;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The beans of customers' sign-in and of their contexts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CustomerProperties.class)
class CustomerWiring {

    /** Kept for as long as the token that came with it is good. */
    @Bean
    RedisCustomerContexts contexts(StringRedisTemplate redis, DeskhandProperties properties) {
        return new RedisCustomerContexts(redis, properties.tokens().customer());
    }

    @Bean
    SignIns signIns(
            CustomerProperties customers, DeskhandProperties properties, RedisCustomerContexts contexts, Clock clock) {
        customers.check(properties.secret());
        return new SignIns(
                new IdentityVerifier(customers.identitySecrets(), clock),
                customers.anonymousVisitors(),
                new CustomerIds(new SecureRandom(), properties.secret()),
                contexts);
    }
}

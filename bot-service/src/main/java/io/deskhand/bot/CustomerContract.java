package io.deskhand.bot;

import io.deskhand.service.contract.Contract;
import io.deskhand.service.contract.Contract.Channel;
import io.deskhand.ticketing.view.CustomerMetadata;
import io.deskhand.ticketing.view.RoomHeaders;
import io.deskhand.ticketing.view.RoomMetadata;
import io.deskhand.ticketing.view.RoomPresence;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The customers' API in OpenAPI. */
@Configuration(proxyBeanMethods = false)
class CustomerContract {

    @Bean
    Contract contract() {
        return new Contract(
                "Deskhand: customers",
                "What the widget speaks: a customer's own tickets. Prose is in docs/api.md.",
                Map.of(
                        "customer",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")),
                List.of(new Channel(
                        "ticket:{customer}:{id}",
                        "The Ably Chat room of a ticket",
                        Map.of(
                                "headers", RoomHeaders.class,
                                "metadata", RoomMetadata.class,
                                "customerMetadata", CustomerMetadata.class,
                                "presence", RoomPresence.class))));
    }
}

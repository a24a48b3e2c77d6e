package io.deskhand.handoff.agent;

import io.deskhand.realtime.InboxChannel;
import io.deskhand.service.contract.Contract;
import io.deskhand.service.contract.Contract.Channel;
import io.deskhand.ticketing.view.AgentTicket;
import io.deskhand.ticketing.view.CustomerMetadata;
import io.deskhand.ticketing.view.RoomHeaders;
import io.deskhand.ticketing.view.RoomMetadata;
import io.deskhand.ticketing.view.RoomPresence;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The agents' API in OpenAPI. */
@Configuration(proxyBeanMethods = false)
class AgentContract {

    static final String SESSION = "session";
    static final String CSRF = "csrf";

    @Bean
    Contract contract() {
        return new Contract(
                "Deskhand: agents",
                "What the dashboard speaks: the queue, tickets and their owners. Prose is in docs/api.md.",
                Map.of(
                        SESSION,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name(SessionCookie.NAME),
                        CSRF,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-XSRF-TOKEN")
                                .description("Repeats the cookie XSRF-TOKEN; on all calls but GET.")),
                List.of(
                        new Channel(
                                InboxChannel.NAME,
                                "Every change of a ticket, an upsert by rev",
                                Map.of("ticket", AgentTicket.class)),
                        new Channel(
                                "ticket:{customer}:{id}",
                                "The Ably Chat room of a ticket",
                                Map.of(
                                        "headers", RoomHeaders.class,
                                        "metadata", RoomMetadata.class,
                                        "customerMetadata", CustomerMetadata.class,
                                        "presence", RoomPresence.class)),
                        new Channel(
                                "support:agents",
                                "The Ably Chat room in which agents show that they are there",
                                Map.of("presence", ColleaguePresence.class))));
    }

    /** Reading needs no CSRF header. */
    @Bean
    OpenApiCustomizer readingWithoutCsrf() {
        return document -> document.getPaths().values().stream()
                .map(PathItem::getGet)
                .filter(get -> get != null && get.getSecurity() == null)
                .forEach(get -> get.addSecurityItem(new SecurityRequirement().addList(SESSION)));
    }

    /**
     * What an agent's dashboard says in the room of all agents.
     *
     * @param status always {@code online}
     */
    record ColleaguePresence(String name, String status) {}
}

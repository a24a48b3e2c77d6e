package io.deskhand.service.http;

import io.deskhand.service.DeskhandProperties;
import io.deskhand.service.contract.ContractWiring;
import io.deskhand.service.identity.DeskhandTokens;
import io.deskhand.service.problem.ErrorPage;
import io.deskhand.service.problem.Problem;
import io.deskhand.service.problem.ProblemCode;
import io.deskhand.service.problem.Problems;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The HTTP beans that both services share. */
@Configuration(proxyBeanMethods = false)
@Import({Problems.class, ErrorPage.class, RealtimeController.class, ContractWiring.class})
public class EdgeWiring {

    @Bean
    DeskhandTokens deskhandTokens(DeskhandProperties properties, Clock clock) {
        return new DeskhandTokens(properties.secret(), clock);
    }

    @Bean
    ApiSecurity apiSecurity(
            DeskhandProperties properties, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return new ApiSecurity(properties, problems);
    }

    @Bean
    @Order(1)
    SecurityFilterChain actuatorSecurity(HttpSecurity http, ApiSecurity security) throws Exception {
        return security.actuator(http);
    }

    /** An address that Spring Security's {@code HttpFirewall} refuses, such as one with {@code ..} in it, is answered like any other bad request. */
    @Bean
    RequestRejectedHandler rejectedRequests(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return (request, response, rejected) -> problems.resolveException(
                request,
                response,
                null,
                Problem.of(ProblemCode.INVALID_REQUEST, "serve the request", "its address is not a valid one")
                        .exception());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serversOwnErrors() {
        return tomcat -> tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(
            DeskhandProperties properties, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var registration =
                new FilterRegistrationBean<>(new BodyLimit(properties.limits().body(), problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }
}

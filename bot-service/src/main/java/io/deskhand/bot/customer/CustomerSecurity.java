package io.deskhand.bot.customer;

import io.deskhand.service.DeskhandProperties;
import io.deskhand.service.http.AnonymousLimit;
import io.deskhand.service.http.ApiSecurity;
import io.deskhand.service.http.RequestLimit;
import io.deskhand.service.identity.DeskhandTokens;
import io.deskhand.service.identity.TokenAudience;
import io.deskhand.service.identity.TokenSignIn;
import io.deskhand.ticketing.id.CustomerId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Authorization of the customers' API: customers for their own tickets, everybody for pages and sign-in. A header signs in, no cookie does, so CSRF is not possible. */
@Configuration(proxyBeanMethods = false)
class CustomerSecurity {

    @Bean
    @Order(2)
    SecurityFilterChain customersApi(
            HttpSecurity http, ApiSecurity security, DeskhandTokens tokens, DeskhandProperties properties)
            throws Exception {
        TokenSignIn signIn = new TokenSignIn(
                TokenAudience.CUSTOMER,
                tokens,
                TokenSignIn::bearer,
                token -> Optional.of(new Customer(new CustomerId(token.subject()), token.name())));
        return security.base(http, signIn)
                .csrf(AbstractHttpConfigurer::disable)
                .cors(cors ->
                        cors.configurationSource(origins(properties.widget().origins())))
                .authorizeHttpRequests(calls -> calls.requestMatchers(
                                "/api/bots/*", "/api/customers", "/api/realtime", "/api/openapi.json")
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    private static UrlBasedCorsConfigurationSource origins(List<String> origins) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(List.of("GET", "POST"));
        cors.setAllowedHeaders(
                List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, HttpHeaders.ACCEPT_LANGUAGE));
        cors.setExposedHeaders(List.of(HttpHeaders.RETRY_AFTER));
        cors.setMaxAge(Duration.ofHours(1));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/api/**", cors);
        return source;
    }

    @Bean
    WebMvcConfigurer anonymousLimit(DeskhandProperties properties, Clock clock) {
        AnonymousLimit limit =
                new AnonymousLimit(new RequestLimit(properties.limits().anonymous(), clock));
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(limit)
                        .addPathPatterns(
                                "/api/bots/*", "/api/customers", "/api/realtime", "/api/openapi.json", "/help/*");
            }
        };
    }
}

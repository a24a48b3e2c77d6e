package io.deskhand.handoff.agent;

import io.deskhand.service.DeskhandProperties;
import io.deskhand.service.http.AnonymousLimit;
import io.deskhand.service.http.ApiSecurity;
import io.deskhand.service.http.RequestLimit;
import io.deskhand.service.identity.DeskhandTokens;
import io.deskhand.service.identity.TokenAudience;
import io.deskhand.service.identity.TokenSignIn;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may do what: agents all of the API, everybody the page and signing in. The cookie signs in, so every change needs the CSRF header. */
@Configuration(proxyBeanMethods = false)
class AgentSecurity {

    @Bean
    @Order(2)
    SecurityFilterChain agentsApi(HttpSecurity http, ApiSecurity security, DeskhandTokens tokens, Agents agents)
            throws Exception {
        TokenSignIn signIn = new TokenSignIn(
                TokenAudience.AGENT, tokens, SessionCookie::read, token -> agents.find(token.subject()));
        return security.base(http, signIn)
                .csrf(CsrfConfigurer::spa)
                .authorizeHttpRequests(calls -> calls.requestMatchers("/api/realtime", "/api/openapi.json")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/session")
                        .permitAll()
                        .requestMatchers(HttpMethod.DELETE, "/api/session")
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    @Bean
    WebMvcConfigurer anonymousLimit(DeskhandProperties properties, Clock clock) {
        AnonymousLimit limit =
                new AnonymousLimit(new RequestLimit(properties.limits().anonymous(), clock));
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(limit).addPathPatterns("/api/session", "/api/realtime", "/api/openapi.json");
            }
        };
    }
}

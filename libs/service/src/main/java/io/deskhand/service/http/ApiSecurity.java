package io.deskhand.service.http;

import io.deskhand.service.DeskhandProperties;
import io.deskhand.service.identity.TokenSignIn;
import io.deskhand.service.problem.Problem;
import io.deskhand.service.problem.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** The security that both services share: tokens, no sessions, problem details as answers. */
public final class ApiSecurity {

    private final DeskhandProperties properties;
    private final HandlerExceptionResolver problems;

    public ApiSecurity(DeskhandProperties properties, HandlerExceptionResolver problems) {
        this.properties = properties;
        this.problems = problems;
    }

    /** Everything but CORS, CSRF and authorization rules, which each service has of its own. */
    public HttpSecurity base(HttpSecurity http, TokenSignIn signIn) throws Exception {
        return common(http).addFilterBefore(signIn, AnonymousAuthenticationFilter.class);
    }

    /** Health for everybody, its details and all else for the bearer of the metrics token. */
    public SecurityFilterChain actuator(HttpSecurity http) throws Exception {
        return common(http)
                .addFilterBefore(this::signMetricsIn, AnonymousAuthenticationFilter.class)
                .securityMatcher("/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(calls -> calls.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .access((authentication, context) ->
                                new AuthorizationDecision(mayReadMetrics(context.getRequest()))))
                .build();
    }

    private HttpSecurity common(HttpSecurity http) throws Exception {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::disable)
                        .addHeaderWriter(new PageHeaders(properties.ably(), properties.widget())))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(this::notSignedIn).accessDeniedHandler(this::forbidden));
    }

    private void notSignedIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
        ProblemCode code = TokenSignIn.failure(request);
        String reason = switch (code) {
            case TOKEN_EXPIRED -> "the token has expired, sign in again";
            case TOKEN_INVALID -> "the token is not valid, sign in again";
            default -> "nobody is signed in";
        };
        answer(request, response, Problem.of(code, "serve the request", reason));
    }

    private void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) {
        String reason = e instanceof CsrfException
                ? "the header X-XSRF-TOKEN does not repeat the cookie XSRF-TOKEN"
                : "it is not allowed";
        answer(request, response, Problem.of(ProblemCode.FORBIDDEN, "serve the request", reason));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        problems.resolveException(request, response, null, problem.exception());
    }

    private void signMetricsIn(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest call && mayReadMetrics(call)) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    new PreAuthenticatedAuthenticationToken("metrics", "", AuthorityUtils.NO_AUTHORITIES));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private boolean mayReadMetrics(HttpServletRequest request) {
        byte[] wanted = properties.metrics().token().getBytes(StandardCharsets.UTF_8);
        byte[] given = TokenSignIn.bearer(request).orElse("").getBytes(StandardCharsets.UTF_8);
        return wanted.length > 0 && MessageDigest.isEqual(wanted, given);
    }
}

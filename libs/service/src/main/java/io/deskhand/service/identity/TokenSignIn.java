package io.deskhand.service.identity;

import io.deskhand.service.identity.DeskhandTokens.Verification;
import io.deskhand.service.problem.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs a request in by its token. A bad token does not fail the request. Calls that need no sign-in go on, and the others can read why they were not signed in
 * ({@link #failure}).
 */
public final class TokenSignIn extends OncePerRequestFilter {

    private static final String FAILURE = TokenSignIn.class.getName() + ".failure";

    private final TokenAudience audience;
    private final DeskhandTokens tokens;
    private final Function<HttpServletRequest, Optional<String>> source;
    private final Function<Verification.Valid, Optional<?>> principal;

    /**
     * @param source where a request carries its token
     * @param principal who that is; empty if there is no such person (any more)
     */
    public TokenSignIn(
            TokenAudience audience,
            DeskhandTokens tokens,
            Function<HttpServletRequest, Optional<String>> source,
            Function<Verification.Valid, Optional<?>> principal) {
        this.audience = audience;
        this.tokens = tokens;
        this.source = source;
        this.principal = principal;
    }

    /** Why the request's token did not sign it in; {@code NOT_SIGNED_IN} if it had none. */
    public static ProblemCode failure(HttpServletRequest request) {
        return request.getAttribute(FAILURE) instanceof ProblemCode code ? code : ProblemCode.NOT_SIGNED_IN;
    }

    /** The token of an {@code Authorization: Bearer} header. */
    public static Optional<String> bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(header.substring(7).strip())
                : Optional.empty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        source.apply(request).ifPresent(token -> signIn(request, token));
        chain.doFilter(request, response);
    }

    private void signIn(HttpServletRequest request, String token) {
        switch (tokens.verify(audience, token)) {
            case Verification.Expired expired -> request.setAttribute(FAILURE, ProblemCode.TOKEN_EXPIRED);
            case Verification.Invalid invalid -> request.setAttribute(FAILURE, ProblemCode.TOKEN_INVALID);
            case Verification.Valid valid ->
                principal
                        .apply(valid)
                        .ifPresentOrElse(
                                TokenSignIn::signIn, () -> request.setAttribute(FAILURE, ProblemCode.TOKEN_INVALID));
        }
    }

    private static void signIn(Object principal) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new PreAuthenticatedAuthenticationToken(principal, "", AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
    }
}

package io.deskhand.service.http;

import io.deskhand.service.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.servlet.HandlerInterceptor;

/** Limits the rate of calls without a token by network address. */
public final class AnonymousLimit implements HandlerInterceptor {

    private final RequestLimit limit;

    public AnonymousLimit(RequestLimit limit) {
        this.limit = limit;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<Duration> wait = limit.take(request.getRemoteAddr());
        if (wait.isPresent()) {
            throw Problem.tooMany("serve the request", wait.get()).exception();
        }
        return true;
    }
}

package io.deskhand.service.problem;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * An error as RFC 9457 problem details. The client reads "unable to {@code operation}; {@code reason}".
 *
 * @param more further members of the answer, such as {@code winner}, as {@link ProblemAnswer} has them
 * @param retryAfter when the same request may succeed, null if waiting does not help
 */
public record Problem(
        ProblemCode code,
        String operation,
        String reason,
        Map<String, Object> more,
        @Nullable Duration retryAfter) {

    public Problem {
        more = Map.copyOf(more);
        if (!ProblemAnswer.MEMBERS.containsAll(more.keySet())) {
            throw new IllegalArgumentException(
                    "unable to make a problem; the contract has no members " + more.keySet());
        }
    }

    public static Problem of(ProblemCode code, String operation, String reason) {
        return new Problem(code, operation, reason, Map.of(), null);
    }

    public static Problem of(ProblemCode code, String operation, String reason, Map<String, Object> more) {
        return new Problem(code, operation, reason, more, null);
    }

    /** The client is too fast; it may ask again after {@code wait}. */
    public static Problem tooMany(String operation, Duration wait) {
        return new Problem(
                ProblemCode.TOO_MANY_REQUESTS,
                operation,
                "there were too many attempts, wait a little",
                Map.of(),
                wait);
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    /** As an answer, with the headers that a framework wants to add. */
    ResponseEntity<ProblemDetail> answer(HttpHeaders headers) {
        ProblemDetail detail =
                ProblemDetail.forStatusAndDetail(code.status(), "unable to " + operation + "; " + reason);
        detail.setType(URI.create("urn:deskhand:problem:" + code.code()));
        detail.setTitle(code.title());
        detail.setProperty("code", code.code());
        more.forEach(detail::setProperty);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(code.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (retryAfter != null) {
            answer.header(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(Math.max(1, retryAfter.plusMillis(999).toSeconds())));
        }
        return answer.body(detail);
    }

    ResponseEntity<ProblemDetail> answer() {
        return answer(HttpHeaders.EMPTY);
    }
}

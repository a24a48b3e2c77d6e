package io.deskhand.service.problem;

import io.deskhand.realtime.RealtimeException;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.TicketId;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Answers everything that goes wrong in a request; no answer holds a stack trace or a class name. */
@RestControllerAdvice
public class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final String READ = "read the request";

    private final MeterRegistry meters;

    public Problems(MeterRegistry meters) {
        this.meters = meters;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ProblemException e) {
        return e.problem().answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException e) {
        List<Map<String, String>> errors = e.getBindingResult().getFieldErrors().stream()
                .map(error -> fieldError(error.getField(), error.getDefaultMessage()))
                .toList();
        return invalid(errors);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(MethodArgumentTypeMismatchException e) {
        // An id of the wrong form is the id of nothing.
        if (TicketId.class.equals(e.getRequiredType())) {
            return Refusals.unknownTicket("find the ticket").answer();
        }
        if (BotId.class.equals(e.getRequiredType())) {
            return Problem.of(ProblemCode.UNKNOWN_BOT, "find the bot", "there is no such bot")
                    .answer();
        }
        return invalid(List.of(fieldError(e.getName(), "has a value of the wrong form")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(ServletRequestBindingException e) {
        return Problem.of(
                        ProblemCode.INVALID_REQUEST,
                        READ,
                        Objects.requireNonNullElse(e.getMessage(), "a part is missing"))
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e) {
        Optional<PayloadTooLargeException> tooLarge = cause(e, PayloadTooLargeException.class);
        if (tooLarge.isPresent()) {
            return tooLarge.get().problem().answer();
        }
        Optional<DatabindException> wrongShape = cause(e, DatabindException.class);
        if (wrongShape.isPresent()) {
            return invalid(List.of(fieldError(path(wrongShape.get()), "has a value of the wrong type")));
        }
        return cause(e, JacksonException.class)
                .map(json -> malformed(json).answer())
                .orElseGet(() -> Problem.of(ProblemCode.INVALID_REQUEST, READ, "its body is missing")
                        .answer());
    }

    @ExceptionHandler({RedisConnectionFailureException.class, QueryTimeoutException.class, RealtimeException.class})
    ResponseEntity<ProblemDetail> unavailable(Exception e) {
        count(ProblemCode.UNAVAILABLE);
        log.warn("unable to reach the store or the rooms; {}", e.getMessage());
        return Problem.of(
                        ProblemCode.UNAVAILABLE,
                        "serve the request",
                        "a part of the service is away, try again in a moment")
                .answer();
    }

    /** The client has gone away in mid-answer: nobody is left to tell. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        log.debug("unable to finish an answer; {}", e.getMessage());
    }

    /** Anything else, or one of the above as a cause. A read of many tickets wraps what Redis says, and the JSON writer wraps that the client has gone. */
    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> other(Exception e) {
        if (e instanceof ErrorResponse known) {
            return general(ProblemCode.of(known.getStatusCode())).answer(known.getHeaders());
        }
        Optional<AsyncRequestNotUsableException> gone = cause(e, AsyncRequestNotUsableException.class);
        if (gone.isPresent()) {
            gone(gone.get());
            return null;
        }
        if (cause(e, QueryTimeoutException.class).isPresent()
                || cause(e, RedisConnectionFailureException.class).isPresent()) {
            return unavailable(e);
        }
        count(ProblemCode.INTERNAL);
        log.error("unable to serve a request", e);
        return general(ProblemCode.INTERNAL).answer();
    }

    private void count(ProblemCode code) {
        meters.counter("deskhand.http.failures", "code", code.code()).increment();
    }

    /** A problem of which no more is known than its code. */
    static Problem general(ProblemCode code) {
        String reason = switch (code) {
            case NOT_FOUND -> "there is nothing at this address";
            case METHOD_NOT_ALLOWED -> "this address does not take this method";
            case NOT_ACCEPTABLE -> "the answer is JSON, which the request does not accept";
            case UNSUPPORTED_MEDIA_TYPE -> "the body must be application/json";
            case INTERNAL -> "something went wrong on our side";
            default -> code.title().toLowerCase(java.util.Locale.ROOT);
        };
        return Problem.of(code, "serve the request", reason);
    }

    private static ResponseEntity<ProblemDetail> invalid(List<Map<String, String>> errors) {
        String fields = String.join(
                ", ",
                errors.stream().map(error -> error.get("field")).distinct().toList());
        return Problem.of(
                        ProblemCode.INVALID_REQUEST,
                        READ,
                        "these fields are not as they must be: " + fields,
                        Map.of("errors", errors))
                .answer();
    }

    private static Map<String, String> fieldError(String field, @Nullable String message) {
        return Map.of("field", field, "message", Objects.requireNonNullElse(message, "is not as it must be"));
    }

    private static Problem malformed(JacksonException e) {
        var at = e.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return Problem.of(ProblemCode.MALFORMED_JSON, READ, "its body is not valid JSON" + where);
    }

    private static String path(DatabindException e) {
        String path = String.join(
                ".",
                e.getPath().stream()
                        .map(step -> step.getPropertyName() == null ? "[]" : step.getPropertyName())
                        .toList());
        return path.isEmpty() ? "body" : path;
    }

    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (type.isInstance(e)) {
                return Optional.of(type.cast(e));
            }
        }
        return Optional.empty();
    }
}

package io.deskhand.client;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call did not succeed: a service refused it with a problem (RFC 9457), or gave no usable answer.
 *
 * <p>Guarantee: after a refusal with a status below 500 the call changed nothing. Non-guarantee: after any other failure the call may have taken effect. All calls but the creation of a
 * customer may be repeated under the same idempotency key, or by the same command.
 */
public final class DeskhandException extends RuntimeException {

    /** The code of a failure without an answer: no connection, a timeout, an interruption. */
    public static final String NO_ANSWER = "no_answer";

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String detail;
    private final transient @Nullable Winner winner;
    private final @Nullable Duration retryAfter;

    /** The agent who was first, when a claim is refused with {@code already_claimed}. */
    public record Winner(String id, String name) {}

    /** @param call what was asked, for the message; may be empty */
    DeskhandException(
            int status,
            String code,
            String detail,
            String call,
            @Nullable Winner winner,
            @Nullable Duration retryAfter) {
        super(detail
                + Stream.of(code, status == 0 ? "" : String.valueOf(status), call)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ", " [", "]")));
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.winner = winner;
        this.retryAfter = retryAfter;
    }

    DeskhandException(int status, String code, String detail) {
        this(status, code, detail, "", null, null);
    }

    static DeskhandException noAnswer(String detail, Throwable cause) {
        DeskhandException failure = new DeskhandException(0, NO_ANSWER, detail);
        failure.initCause(cause);
        return failure;
    }

    /** The HTTP status; 0 without an answer. */
    public int status() {
        return status;
    }

    /** The stable code of the problem (docs/api.md, "Problems"), such as {@code already_claimed}. */
    public String code() {
        return code;
    }

    /** What the service says, in the form "unable to X; reason". */
    public String detail() {
        return detail;
    }

    public Optional<Winner> winner() {
        return Optional.ofNullable(winner);
    }

    /** How long to wait before the same call may succeed; empty when waiting does not help. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether the service itself failed or did not answer, so that a later repeat may succeed. */
    public boolean isUnavailable() {
        return status == 0 || status >= 500;
    }
}

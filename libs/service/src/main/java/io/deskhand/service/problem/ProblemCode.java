package io.deskhand.service.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The stable error codes of docs/api.md; clients decide by them alone. */
public enum ProblemCode {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "Invalid request"),
    MALFORMED_JSON(HttpStatus.BAD_REQUEST, "Malformed JSON"),
    TEXT_EMPTY(HttpStatus.BAD_REQUEST, "Empty text"),
    TEXT_TOO_LONG(HttpStatus.BAD_REQUEST, "Text too long"),
    NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED, "Not signed in"),
    TOKEN_EXPIRED(HttpStatus.UNAUTHORIZED, "Token expired"),
    TOKEN_INVALID(HttpStatus.UNAUTHORIZED, "Token invalid"),
    SIGN_IN_FAILED(HttpStatus.UNAUTHORIZED, "Sign-in failed"),
    IDENTITY_REQUIRED(HttpStatus.UNAUTHORIZED, "Identity required"),
    IDENTITY_INVALID(HttpStatus.UNAUTHORIZED, "Identity invalid"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Forbidden"),
    UNKNOWN_BOT(HttpStatus.NOT_FOUND, "Unknown bot"),
    UNKNOWN_AGENT(HttpStatus.NOT_FOUND, "Unknown agent"),
    UNKNOWN_TICKET(HttpStatus.NOT_FOUND, "Unknown ticket"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable"),
    ALREADY_CLAIMED(HttpStatus.CONFLICT, "Already claimed"),
    ALREADY_OPEN(HttpStatus.CONFLICT, "Already open"),
    SLOTS_FULL(HttpStatus.CONFLICT, "Slots full"),
    CUSTOMER_WAITING(HttpStatus.CONFLICT, "Customer waiting"),
    NOT_OPEN(HttpStatus.CONFLICT, "Not open"),
    NOT_OWNER(HttpStatus.CONFLICT, "Not the owner"),
    NOT_NOW(HttpStatus.CONFLICT, "Not now"),
    NOT_WITH_BOT(HttpStatus.CONFLICT, "Not with the bot"),
    STALE(HttpStatus.CONFLICT, "Stale"),
    NOT_OFFERED(HttpStatus.CONFLICT, "Not offered"),
    AGENT_AWAY(HttpStatus.CONFLICT, "Agent away"),
    PAYLOAD_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Payload too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Unavailable");

    private final HttpStatus status;
    private final String title;

    ProblemCode(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The code as clients see it, such as {@code already_claimed}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The general code of a status that a framework chose. */
    static ProblemCode of(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> NOT_SIGNED_IN;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 503 -> UNAVAILABLE;
            default -> status.is4xxClientError() ? INVALID_REQUEST : INTERNAL;
        };
    }
}

package io.deskhand.brain.internal.model;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;

/** Why a model gave no answer, or not all of it. Appears in the trace as {@code model_failed:<name>}. */
public enum ModelFailure {
    /** No connection. */
    UNREACHABLE,
    UNAUTHORIZED,
    RATE_LIMITED,
    SERVER_ERROR,
    /** The request was refused for its content or its form. */
    REJECTED,
    /** Nothing came for longer than the idle timeout. */
    STALLED,
    /** The turn took longer than the total timeout. */
    TOO_LONG,
    /** The stream ended without saying that it was the end. */
    CUT,
    /** What came was not the protocol. */
    GARBLED,
    /** It ended properly and said nothing. */
    EMPTY,
    /** It kept calling tools. */
    TOO_MANY_TOOLS,
    /** The breaker is open: it was not asked at all. */
    BREAKER_OPEN;

    /** Whether no other model can help. */
    public boolean endsTheTurn() {
        return this == TOO_LONG || this == TOO_MANY_TOOLS;
    }

    static ModelFailure of(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case AuthenticationException e -> {
                    return UNAUTHORIZED;
                }
                case RateLimitException e -> {
                    return RATE_LIMITED;
                }
                case InternalServerException e -> {
                    return SERVER_ERROR;
                }
                case HttpException e -> {
                    return ofStatus(e.statusCode());
                }
                case HttpConnectTimeoutException e -> {
                    return UNREACHABLE;
                }
                case TimeoutException e
                when !(e.getCause() instanceof HttpConnectTimeoutException) -> {
                    return STALLED;
                }
                case ConnectException e -> {
                    return UNREACHABLE;
                }
                case UnresolvedAddressException e -> {
                    return UNREACHABLE;
                }
                case IOException e
                when !(e instanceof com.fasterxml.jackson.core.JacksonException) -> {
                    return CUT;
                }
                default -> {
                    // look further down
                }
            }
        }
        return GARBLED;
    }

    private static ModelFailure ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> UNAUTHORIZED;
            case 429 -> RATE_LIMITED;
            default -> status >= 500 ? SERVER_ERROR : REJECTED;
        };
    }
}

package io.deskhand.service.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.deskhand.ticketing.ticket.Status;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it. What follows {@code code} is there only where that code has it.
 *
 * @param type {@code urn:deskhand:problem:} and the code
 * @param detail of the form "unable to X; reason"
 * @param instance path of the request
 * @param code decides what a client does
 * @param errors of {@code invalid_request}
 * @param limit of {@code text_too_long}: characters; of {@code payload_too_large}: bytes
 * @param winner of {@code already_claimed}: who owns the ticket
 * @param owner of {@code not_owner}: who does
 * @param capacity of {@code slots_full}
 * @param ticket of {@code already_open}: the open one
 * @param ticketStatus of {@code not_now}
 * @param agent of {@code agent_away}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem")
public record ProblemAnswer(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        ProblemCode code,
        @Nullable List<FieldError> errors,
        @Nullable Long limit,
        @Nullable Person winner,
        @Nullable Person owner,
        @Nullable Integer capacity,
        @Nullable String ticket,
        @Nullable Status ticketStatus,
        @Nullable String agent) {

    static final Set<String> MEMBERS = Arrays.stream(ProblemAnswer.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** @param field path of the field in the body */
    public record FieldError(String field, String message) {}

    public record Person(String id, String name) {}
}

package io.deskhand.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.connection.RedisPipelineException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

class ProblemsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Problems problems = new Problems(meters);

    @Test
    void a_store_that_does_not_answer_a_read_of_many_tickets_is_unavailable_not_broken() {
        Exception failure = new RedisPipelineException(
                "Pipeline contained one or more invalid commands",
                new QueryTimeoutException("Redis command timed out"),
                List.of());

        var answer = Objects.requireNonNull(problems.other(failure));

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(Objects.requireNonNull(answer.getBody()).getProperties()).containsEntry("code", "unavailable");
    }

    @Test
    void a_client_that_has_gone_is_no_failure_of_the_service() {
        Exception failure = new HttpMessageNotWritableException(
                "Could not write JSON", new AsyncRequestNotUsableException("Broken pipe", new IOException()));

        assertThat(problems.other(failure)).isNull();
        assertThat(meters.find("deskhand.http.failures").counters()).isEmpty();
    }

    @Test
    void what_nobody_thought_of_is_internal_and_counted() {
        var answer = Objects.requireNonNull(problems.other(new IllegalStateException("secret detail")));

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(String.valueOf(answer.getBody())).doesNotContain("secret detail");
        assertThat(meters.counter("deskhand.http.failures", "code", "internal").count())
                .isEqualTo(1);
    }
}

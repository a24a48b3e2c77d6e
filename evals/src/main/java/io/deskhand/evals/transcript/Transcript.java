package io.deskhand.evals.transcript;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case played once.
 *
 * @param caseId the case's id
 * @param trial counted from 1
 * @param exchanges in order; fewer than the case has turns if it broke off
 * @param error why it broke off; null if it did not
 */
public record Transcript(
        String caseId,
        int trial,
        List<Exchange> exchanges,
        @Nullable String error) {
    public Transcript {
        exchanges = List.copyOf(exchanges);
    }
}

package io.deskhand.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void median_and_spread_come_from_the_quartiles() {
        Samples samples = Samples.of(5, 1, 4, 2, 3);
        assertThat(samples.median()).isEqualTo(3);
        assertThat(samples.spread()).isEqualTo(1);
        assertThat(samples.quantile(1)).isEqualTo(5);
    }

    @Test
    void a_row_holds_when_its_ratio_meets_the_goal() {
        assertThat(Row.ratioAtMost("m", Samples.of(3), "µs", Samples.of(2), 1.5).holds())
                .isTrue();
        assertThat(Row.ratioAtMost("m", Samples.of(4), "µs", Samples.of(2), 1.5).holds())
                .isFalse();
        assertThat(Row.ratioAtLeast("m", Samples.of(1), "1/s", Samples.of(2), 0.5)
                        .holds())
                .isTrue();
        assertThat(Row.exactly("m", 1_000, "tickets", 1_000).holds()).isTrue();
        assertThat(Row.exactly("m", 999, "tickets", 1_000).holds()).isFalse();
        assertThat(Row.information("m", Samples.of(1), "ms").holds()).isNull();
    }

    @Test
    void no_samples_are_no_result() {
        assertThatThrownBy(() -> new Samples(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}

package io.deskhand.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.chaos.fault.Schedule.Strike;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final List<FaultKind> ALL = List.of(FaultKind.values());

    @Test
    void a_seed_repeats_the_faults() {
        assertThat(deal(7)).isEqualTo(deal(7)).isNotEqualTo(deal(8));
    }

    @Test
    void a_minute_is_enough_for_every_kind_of_fault() {
        for (int seed = 0; seed < 100; seed++) {
            assertThat(deal(seed)).extracting(Strike::fault).contains(FaultKind.values());
        }
    }

    @Test
    void faults_come_in_order_and_end_with_the_play() {
        List<Strike> strikes = deal(1);
        assertThat(strikes)
                .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()))
                .allSatisfy(strike -> assertThat(strike.at()).isLessThan(MINUTE));
    }

    @Test
    void without_kinds_there_are_no_faults() {
        assertThat(Schedule.deal(MINUTE, List.of(), new SplittableRandom(1))).isEmpty();
    }

    private static List<Strike> deal(long seed) {
        return Schedule.deal(MINUTE, ALL, new SplittableRandom(seed));
    }
}

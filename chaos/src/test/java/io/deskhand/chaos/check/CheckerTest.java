package io.deskhand.chaos.check;

import static io.deskhand.chaos.check.Judging.CHECKER;
import static io.deskhand.chaos.check.Judging.NOTHING;
import static io.deskhand.chaos.check.Judging.world;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.chaos.check.Testimony.AgentSent;
import io.deskhand.chaos.check.Testimony.ClaimLost;
import io.deskhand.chaos.check.Testimony.ClaimWon;
import io.deskhand.chaos.check.Testimony.CustomerSent;
import io.deskhand.chaos.check.Testimony.Escalated;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A history without a violation passes all checks, and a violation is told so that one can follow it. */
class CheckerTest {

    @Test
    void a_history_with_nothing_wrong_passes_all_checks() {
        Testimony told = new Testimony(
                List.of(
                        new CustomerSent("t1", "id-Thanks", "Thanks", true, "s009"),
                        new CustomerSent("t1", "id-never-arrived", "?", false, null)),
                List.of(new ClaimWon("t1", "anna", 3)),
                List.of(new ClaimLost("t1", "ben", "anna")),
                List.of(
                        new AgentSent("t1", "anna", "Hello, Anna here", 8),
                        new AgentSent("t1", "ben", "never arrived", 0)),
                List.of(new Escalated("t1")));

        List<Finding> findings = CHECKER.check(world(told, Crafted.whole()));

        assertThat(findings)
                .allSatisfy(finding ->
                        assertThat(finding.violations()).as(finding.name()).isEmpty());
        assertThat(findings).filteredOn(finding -> finding.checked() == 0).isEmpty();
    }

    @Test
    void a_violation_tells_the_entries_around_it() {
        Finding silence = CHECKER.check(
                        world(NOTHING, Crafted.ticket().claimed("anna").bot("Still me")))
                .getFirst();

        assertThat(silence.violations().getFirst().story())
                .contains("ticket t1", "CLAIMED anna has joined", ">   3", "Still me");
    }

    @Test
    void what_is_only_counted_does_not_fail_the_run() {
        Checker lenient = new Checker(Duration.ofSeconds(10), false);
        World overdue = world(NOTHING, Crafted.ticket().due(Crafted.NOW.minusSeconds(60)));

        assertThat(lenient.check(overdue)).allMatch(Finding::passes);
        assertThat(CHECKER.check(overdue)).anyMatch(finding -> !finding.passes());
    }
}

package io.deskhand.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.handoff.Browser.Answer;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.ticket.Ticket;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DeskStack.Shared.class)
class ClaimRaceTest {

    private final DeskStack desk;

    ClaimRaceTest(DeskStack desk) {
        this.desk = desk;
    }

    /** I14. */
    @Test
    void of_fifty_agents_who_claim_at_once_one_wins_and_the_others_are_told_who() throws Exception {
        Ticket ticket = desk.queued();
        double wonBefore = count("won");
        double lostBefore = count("lost");
        List<Browser> agents = new ArrayList<>();
        for (int racer = 0; racer < DeskStack.RACERS; racer++) {
            agents.add(desk.signedIn("racer-" + racer));
        }

        List<Answer> answers = atOnce(agents, "/api/tickets/" + ticket.id() + "/claim");

        List<Answer> won =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        List<Answer> lost =
                answers.stream().filter(answer -> answer.status() == 409).toList();
        assertThat(won).hasSize(1);
        assertThat(lost).hasSize(DeskStack.RACERS - 1);
        String winner = won.getFirst().json().at("/ticket/owner/id").asString();
        assertThat(lost).allSatisfy(answer -> {
            assertThat(answer.code()).isEqualTo("already_claimed");
            assertThat(answer.json().at("/winner/id").asString()).isEqualTo(winner);
        });
        assertThat(count("won") - wonBefore).isEqualTo(1);
        assertThat(count("lost") - lostBefore).isEqualTo(DeskStack.RACERS - 1);
        assertThat(desk.tickets().snapshot(ticket.id()).orElseThrow().entries())
                .filteredOn(entry -> entry.kind() == Kind.MARKER)
                .hasSize(1);
    }

    private double count(String outcome) {
        return desk.service
                .getBean(MeterRegistry.class)
                .counter("deskhand.claims", "outcome", outcome)
                .count();
    }

    private static List<Answer> atOnce(List<Browser> agents, String path) throws Exception {
        CyclicBarrier together = new CyclicBarrier(agents.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> claims = agents.stream()
                    .map(agent -> threads.submit(() -> {
                        together.await(30, TimeUnit.SECONDS);
                        return agent.post(path, "{}");
                    }))
                    .toList();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> claim : claims) {
                answers.add(claim.get(60, TimeUnit.SECONDS));
            }
            return answers;
        }
    }
}

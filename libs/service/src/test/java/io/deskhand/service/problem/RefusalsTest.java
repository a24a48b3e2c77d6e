package io.deskhand.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {

    private static final Owner.Agent ANNA = new Owner.Agent(new AgentId("anna"), "Anna");

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new Refusal.UnknownTicket(), "unknown_ticket", 404),
                Arguments.of(new Refusal.NotOpen(), "not_open", 409),
                Arguments.of(new Refusal.AlreadyClaimed(ANNA), "already_claimed", 409),
                Arguments.of(new Refusal.SlotsFull(3), "slots_full", 409),
                Arguments.of(new Refusal.CustomerWaits(), "customer_waiting", 409),
                Arguments.of(new Refusal.NotOwner(ANNA), "not_owner", 409),
                Arguments.of(new Refusal.NotOwner(new Owner.Queue(new TeamId("general"))), "not_owner", 409),
                Arguments.of(new Refusal.AlreadyOpen(new TicketId("T1")), "already_open", 409),
                Arguments.of(new Refusal.NotOwner(new Owner.Offered(ANNA)), "not_owner", 409),
                Arguments.of(new Refusal.NotNow(Status.QUEUED), "not_now", 409),
                Arguments.of(new Refusal.NotOffered(), "not_offered", 409),
                Arguments.of(new Refusal.AgentAway(ANNA.id()), "agent_away", 409),
                Arguments.of(new Refusal.AgentHere(ANNA.id()), "not_now", 409),
                Arguments.of(new Refusal.Invalid("priority", "it is 0 to 9"), "invalid_request", 400),
                Arguments.of(new Refusal.TextEmpty(), "text_empty", 400),
                Arguments.of(new Refusal.TextTooLong(4_000), "text_too_long", 400),
                Arguments.of(new Refusal.Fenced(1, 2, Status.HUMAN), "not_owner", 409),
                Arguments.of(new Refusal.TurnOver(), "not_owner", 409),
                Arguments.of(new Refusal.Held(), "not_now", 409),
                Arguments.of(new Refusal.Stale(), "stale", 409),
                Arguments.of(new Refusal.NotWithBot(ANNA), "not_with_bot", 409));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void every_refusal_has_a_stable_code(Refusal refusal, String code, int status) {
        Problem problem = Refusals.problem(refusal, "do it");

        assertThat(problem.code().code()).isEqualTo(code);
        var answer = problem.answer();
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody().getDetail()).startsWith("unable to do it; ");
        assertThat(answer.getBody().getProperties()).containsEntry("code", code);
    }

    @Test
    void losers_are_told_who_won() {
        assertThat(Refusals.problem(new Refusal.AlreadyClaimed(ANNA), "claim").more())
                .containsEntry("winner", Map.of("id", "anna", "name", "Anna"));
        assertThat(Refusals.problem(new Refusal.SlotsFull(3), "claim").more()).containsEntry("capacity", 3);
        assertThat(Refusals.problem(new Refusal.TextTooLong(4_000), "say").more())
                .containsEntry("limit", 4_000);
    }
}

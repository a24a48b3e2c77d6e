package io.deskhand.ticketing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.command.Command.Reopen;
import io.deskhand.ticketing.command.Command.Resolve;
import io.deskhand.ticketing.command.Command.Snooze;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.rules.TicketDecision.Commit;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.NextMove.Who;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ends, and what happens when a deadline has passed. */
class DeadlineRulesTest extends RulesTest {

    @Test
    void a_snooze_ends_with_its_time_or_with_the_customers_next_message() {
        Ticket answered = after(claimed(), new Command.AgentSays("m", ANNA, 5, "I will look."));
        Ticket snoozed = after(answered, new Snooze("z", ANNA.id(), now.plus(Duration.ofDays(1))));
        assertThat(snoozed.snoozed()).isTrue();
        assertThat(says(snoozed, "Hello?").next()).isEqualTo(new NextMove(Who.AGENT, now.plus(Duration.ofMinutes(5))));

        now = now.plus(Duration.ofDays(1));
        Ticket awake = after(snoozed, expiry(snoozed));
        assertThat(awake.snoozed()).isFalse();
        assertThat(awake.next().who()).isEqualTo(Who.AGENT);
    }

    @Test
    void nobody_snoozes_while_the_customer_waits() {
        assertThat(refused(claimed(), new Snooze("z", ANNA.id(), now.plusSeconds(60))))
                .isEqualTo(new Refusal.CustomerWaits());
    }

    @Test
    void an_agent_opens_a_resolved_ticket_again_but_not_a_closed_one() {
        Ticket resolved = after(claimed(), new Resolve("r", ANNA, true));
        assertThat(after(resolved, new Reopen("o", BEN, 5)).owner()).isEqualTo(BEN);

        now = now.plus(Duration.ofHours(72));
        Ticket closed = after(resolved, expiry(resolved));
        assertThat(closed.status()).isEqualTo(Status.CLOSED);
        assertThat(closed.next()).isNull();
        assertThat(refused(closed, new Reopen("o", BEN, 5))).isEqualTo(new Refusal.NotOpen());
        assertThat(says(closed, "Hello?").status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void I20_a_bot_that_owes_an_answer_loses_the_ticket_at_its_deadline() {
        Ticket asked = says(opened(), "Where is my parcel?");
        assertThat(rules.decide(asked, expiry(asked), DecisionContext.at(now)))
                .isEqualTo(new TicketDecision.Unchanged());
        now = now.plusSeconds(60);
        Ticket queued = after(asked, expiry(asked));
        assertThat(queued.status()).isEqualTo(Status.QUEUED);
        assertThat(queued.reason()).isEqualTo(EscalationReason.OVERDUE);
    }

    @Test
    void I22_a_waiting_ticket_alerts_until_somebody_claims_it_each_time_after_twice_the_time() {
        Ticket waiting = queued();
        for (int alert = 1; alert <= 3; alert++) {
            now = waiting.next().dueAt();
            Commit commit = accepted(waiting, expiry(waiting));
            assertThat(commit.entries().getFirst().data()).isEqualTo(new EntryData.Alert(alert));
            waiting = stored(commit, waiting);
            assertThat(waiting.next().dueAt()).isEqualTo(now.plusSeconds(60L << alert));
        }
        assertThat(waiting.alerts()).isEqualTo(3);
        assertThat(waiting.epoch()).isEqualTo(queued().epoch());
    }

    @Test
    void a_ticket_that_the_customer_left_alone_is_resolved_and_never_while_they_wait() {
        Ticket answered = after(claimed(), new Command.AgentSays("m", ANNA, 5, "Here you are."));
        now = now.plus(Duration.ofHours(24));
        assertThat(after(answered, expiry(answered)).status()).isEqualTo(Status.RESOLVED);

        Ticket waiting = claimed();
        now = waiting.next().dueAt();
        assertThat(after(waiting, expiry(waiting)).status()).isEqualTo(Status.HUMAN);
    }

    @Test
    void the_customer_may_settle_the_matter_in_any_open_status() {
        for (Ticket ticket : List.of(opened(), queued(), claimed())) {
            assertThat(after(ticket, new Resolve("r", null, false)).status()).isEqualTo(Status.RESOLVED);
        }
    }
}

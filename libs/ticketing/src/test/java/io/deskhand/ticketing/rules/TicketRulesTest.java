package io.deskhand.ticketing.rules;

import static io.deskhand.ticketing.log.SampleData.ANSWERED;
import static io.deskhand.ticketing.log.SampleData.PACKET;
import static io.deskhand.ticketing.log.SampleData.packet;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.command.Command.AgentSays;
import io.deskhand.ticketing.command.Command.BotSays;
import io.deskhand.ticketing.command.Command.Claim;
import io.deskhand.ticketing.command.Command.CustomerSays;
import io.deskhand.ticketing.command.Command.Escalate;
import io.deskhand.ticketing.command.Command.Open;
import io.deskhand.ticketing.command.Command.Resolve;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.TicketDecision.Commit;
import io.deskhand.ticketing.rules.TicketDecision.Sealing;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketRulesTest extends RulesTest {

    @Test
    void a_new_ticket_belongs_to_the_bot_and_waits_for_the_customer() {
        Commit commit = accepted(rules.decide(null, open(), DecisionContext.at(now)));

        assertThat(commit.after().status()).isEqualTo(Status.BOT);
        assertThat(commit.after().epoch()).isEqualTo(1);
        assertThat(commit.after().next())
                .isEqualTo(new NextMove(NextMove.Who.CUSTOMER, now.plus(Duration.ofHours(24))));
        assertThat(texts(commit)).containsExactly("Hello!");
    }

    @Test
    void I20_a_customer_message_makes_the_bot_owe_the_next_move() {
        Ticket ticket = after(opened(), new CustomerSays("s1", "Where is my parcel?"), 1);
        assertThat(ticket.next()).isEqualTo(new NextMove(NextMove.Who.BOT, now.plusSeconds(60)));
        assertThat(ticket.subject()).isEqualTo("Where is my parcel?");
    }

    @Test
    void I8_escalation_its_notice_and_its_packet_are_one_commit() {
        Commit commit = accepted(rules.decide(
                asked(),
                new Escalate("e", EscalationReason.ASKED, null, "", packet("a refund"), ""),
                DecisionContext.at(now)));

        assertThat(commit.after().status()).isEqualTo(Status.QUEUED);
        assertThat(commit.after().next()).isEqualTo(new NextMove(NextMove.Who.QUEUE, now.plusSeconds(60)));
        assertThat(commit.entries()).extracting(NewEntry::kind).containsExactly(Kind.NOTICE, Kind.PACKET);
        assertThat(commit.sealing()).isEqualTo(new Sealing.Cut());
    }

    @Test
    void I6_last_words_of_the_bot_take_the_drafts_place_when_it_escalates() {
        Ticket ticket = asked();
        Escalate escalate = new Escalate(
                "e", EscalationReason.SENSITIVE, new TurnKey(ticket.epoch(), 1, 0), "I am sorry.", PACKET, "");
        assertThat(accepted(rules.decide(ticket, escalate, DecisionContext.at(now)))
                        .sealing())
                .isInstanceOf(Sealing.Finish.class);
    }

    @Test
    void I2_a_bot_with_an_old_epoch_is_refused() {
        Ticket claimed = after(asked(), new Claim("c", ANNA, 5), 1);
        TicketDecision decision = rules.decide(
                claimed,
                new BotSays(new TurnKey(1, 1, 0), "Late", List.of(), false, ANSWERED),
                DecisionContext.at(now));
        assertThat(decision)
                .isEqualTo(new TicketDecision.Refused(new Refusal.Fenced(1, claimed.epoch(), Status.HUMAN)));
    }

    @Test
    void I2_an_automated_escalation_with_an_old_epoch_is_refused() {
        Ticket claimed = after(asked(), new Claim("c", ANNA, 5), 1);
        Escalate late = new Escalate("e", EscalationReason.OUTAGE, new TurnKey(1, 1, 0), "", PACKET, "");
        assertThat(rules.decide(claimed, late, DecisionContext.at(now))).isInstanceOf(TicketDecision.Refused.class);
    }

    @Test
    void I6_a_turn_that_was_answered_is_over() {
        Ticket answered = after(asked(), new BotSays(new TurnKey(1, 1, 0), "Here.", List.of(), false, ANSWERED), 1);
        assertThat(rules.decide(
                        answered,
                        new BotSays(new TurnKey(1, 1, 0), "Again.", List.of(), false, ANSWERED),
                        DecisionContext.at(now)))
                .isEqualTo(new TicketDecision.Refused(new Refusal.TurnOver()));
    }

    @Test
    void the_bot_still_owes_a_move_when_a_newer_message_came_during_its_answer() {
        Ticket twice = after(asked(), new CustomerSays("s2", "Hello?"), 2);
        Ticket answered = after(twice, new BotSays(new TurnKey(1, 1, 0), "Here.", List.of(), false, ANSWERED), 2);
        assertThat(answered.next().who()).isEqualTo(NextMove.Who.BOT);
    }

    @Test
    void I14_the_loser_of_a_claim_learns_who_won() {
        Ticket claimed = after(asked(), new Claim("c1", ANNA, 5), 1);
        assertThat(rules.decide(claimed, new Claim("c2", BEN, 5), DecisionContext.at(now)))
                .isEqualTo(new TicketDecision.Refused(new Refusal.AlreadyClaimed(ANNA)));
        assertThat(rules.decide(claimed, new Claim("c3", ANNA, 5), DecisionContext.at(now)))
                .isEqualTo(new TicketDecision.Unchanged());
    }

    @Test
    void I3_an_agents_message_to_a_queued_ticket_is_a_claim_first() {
        Ticket queued = after(asked(), new Escalate("e", EscalationReason.ASKED, null, "", PACKET, ""), 1);
        Commit commit =
                accepted(rules.decide(queued, new AgentSays("m", ANNA, 5, "Hi, I am Anna."), DecisionContext.at(now)));

        assertThat(commit.after().owner()).isEqualTo(ANNA);
        assertThat(commit.entries()).extracting(NewEntry::kind).containsExactly(Kind.MARKER, Kind.MESSAGE);
        assertThat(commit.after().next().who()).isEqualTo(NextMove.Who.CUSTOMER);
    }

    @Test
    void an_agent_cannot_write_into_a_colleagues_ticket() {
        Ticket claimed = after(asked(), new Claim("c1", ANNA, 5), 1);
        assertThat(rules.decide(claimed, new AgentSays("m", BEN, 5, "Hi"), DecisionContext.at(now)))
                .isEqualTo(new TicketDecision.Refused(new Refusal.NotOwner(ANNA)));
    }

    @Test
    void a_ticket_is_not_resolved_over_a_waiting_customer_unless_forced() {
        Ticket claimed = after(asked(), new Claim("c1", ANNA, 5), 1);
        assertThat(rules.decide(claimed, new Resolve("r", ANNA, false), DecisionContext.at(now)))
                .isEqualTo(new TicketDecision.Refused(new Refusal.CustomerWaits()));
        assertThat(accepted(rules.decide(claimed, new Resolve("r", ANNA, true), DecisionContext.at(now)))
                        .after()
                        .next())
                .isEqualTo(new NextMove(NextMove.Who.CUSTOMER, now.plus(Duration.ofHours(72))));
    }

    @Test
    void I24_a_customer_who_writes_again_reopens_with_a_dated_boundary() {
        Ticket claimed = after(asked(), new Claim("c1", ANNA, 5), 1);
        Ticket resolved = after(claimed, new Resolve("r", ANNA, true), 1);
        Commit commit =
                accepted(rules.decide(resolved, new CustomerSays("s9", "One more thing"), DecisionContext.at(now)));

        assertThat(commit.after().owner()).isEqualTo(BOT);
        assertThat(commit.after().epoch()).isEqualTo(resolved.epoch() + 1);
        assertThat(commit.entries()).extracting(NewEntry::kind).containsExactly(Kind.MARKER, Kind.MESSAGE);
    }

    @Test
    void texts_have_limits() {
        assertThat(rules.decide(opened(), new CustomerSays("s", "  "), DecisionContext.at(now)))
                .isEqualTo(new TicketDecision.Refused(new Refusal.TextEmpty()));
        assertThat(rules.decide(opened(), new AgentSays("m", ANNA, 5, "x".repeat(4_001)), DecisionContext.at(now)))
                .isEqualTo(new TicketDecision.Refused(new Refusal.TextTooLong(4_000)));
    }

    @Test
    void what_a_customer_wrote_too_long_is_cut_for_it_is_in_the_room_already() {
        Commit commit =
                accepted(rules.decide(opened(), new CustomerSays("s", "x".repeat(4_001)), DecisionContext.at(now)));
        assertThat(commit.entries().getFirst().text()).hasSize(4_000).endsWith("x…");
    }

    @Test
    void a_customer_who_writes_twice_does_not_move_the_agents_deadline() {
        Ticket claimed = after(asked(), new Claim("c1", ANNA, 5), 1);
        TicketDecision later =
                rules.decide(claimed, new CustomerSays("s2", "Hello?"), DecisionContext.at(now.plusSeconds(100)));
        assertThat(accepted(later).after().next()).isEqualTo(claimed.next());
    }

    @Test
    void the_notice_is_in_the_customers_language() {
        Open german =
                new Open("o", new TicketId("t1"), new CustomerId("c1"), BOT, "", "de-CH", new TeamId("general"), "");
        Ticket ticket = accepted(rules.decide(null, german, DecisionContext.at(now)))
                .after()
                .stored(1, 0);
        Commit commit = accepted(rules.decide(
                ticket, new Escalate("e", EscalationReason.ASKED, null, "", PACKET, ""), DecisionContext.at(now)));
        assertThat(commit.entries().getFirst().text()).startsWith("Ich habe");
    }

    private Ticket asked() {
        return after(opened(), new CustomerSays("s1", "Where is my parcel?"), 1);
    }

    private Ticket after(Ticket ticket, Command command, long customerPos) {
        return accepted(rules.decide(ticket, command, DecisionContext.at(now)))
                .after()
                .stored(ticket.rev() + 1, customerPos);
    }

    private static List<String> texts(Commit commit) {
        return commit.entries().stream().map(NewEntry::text).toList();
    }
}

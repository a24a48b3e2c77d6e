package io.deskhand.ticketing.rules;

import static io.deskhand.ticketing.log.SampleData.ANSWERED;
import static io.deskhand.ticketing.log.SampleData.PACKET;
import static io.deskhand.ticketing.log.SampleData.packet;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.command.Command.CustomerSays;
import io.deskhand.ticketing.command.Command.Escalate;
import io.deskhand.ticketing.command.Command.HandBack;
import io.deskhand.ticketing.command.Command.RefinePacket;
import io.deskhand.ticketing.command.Command.Resolve;
import io.deskhand.ticketing.command.Command.ReturnToBot;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.TicketDecision.Commit;
import io.deskhand.ticketing.rules.TicketDecision.Condition;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.NextMove.Who;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where the bot's part ends, and where it begins again. */
class HandoffRulesTest extends RulesTest {

    @Test
    void I24_handing_back_is_a_boundary_with_a_summary_and_the_bot_waits_for_the_customer() {
        Ticket answered = after(claimed(), new Command.AgentSays("m", ANNA, 5, "Here you are."));
        Commit commit = accepted(answered, new HandBack("h", ANNA.id(), "be kind", "Anna gave the number.", false));
        assertThat(commit.after().owner()).isEqualTo(BOT);
        assertThat(commit.after().next().who()).isEqualTo(Who.CUSTOMER);
        assertThat(commit.after().times().queuedAt()).isNull();
        assertThat(commit.entries().getFirst().data())
                .isEqualTo(new EntryData.HandedBack(ANNA.id(), "be kind", "Anna gave the number."));
    }

    @Test
    void the_bot_goes_on_at_once_when_it_is_asked_to_or_when_the_customer_waits() {
        Ticket answered = after(claimed(), new Command.AgentSays("m", ANNA, 5, "Here you are."));
        assertThat(after(answered, new HandBack("h", ANNA.id(), "", "", true))
                        .next()
                        .who())
                .isEqualTo(Who.BOT);
        assertThat(after(claimed(), new HandBack("h", ANNA.id(), "", "", false))
                        .next()
                        .who())
                .isEqualTo(Who.BOT);
    }

    @Test
    void back_to_the_assistant_settles_the_question_and_keeps_the_place_for_a_while() {
        Ticket queued = queued();
        Instant since = queued.times().queuedAt();
        Ticket returned = after(queued, new ReturnToBot("r"));
        assertThat(returned.owner()).isEqualTo(BOT);
        assertThat(returned.customerWaits()).isFalse();

        now = now.plusSeconds(100);
        assertThat(escalated(returned).times().queuedAt()).isEqualTo(since);
        now = now.plusSeconds(100);
        assertThat(escalated(returned).times().queuedAt()).isEqualTo(now);
    }

    @Test
    void what_a_waiting_customer_wrote_meanwhile_the_bot_answers() {
        Ticket wrote = says(queued(), "And do you ship abroad?");
        assertThat(after(wrote, new ReturnToBot("r")).next().who()).isEqualTo(Who.BOT);
    }

    @Test
    void a_recent_customer_goes_to_the_agent_they_know_if_that_one_is_there() {
        Ticket resolved = after(claimed(), new Resolve("r", ANNA, true));
        CustomerSays again = new CustomerSays("again", "One more thing");
        Commit known =
                accepted(rules.decide(resolved, again, new DecisionContext(now.plusSeconds(60), false, 5, null)));
        assertThat(known.after().owner()).isEqualTo(ANNA);
        assertThat(known.conditions()).contains(new Condition.Here(ANNA.id()));

        Instant later = now.plus(Duration.ofMinutes(31));
        assertThat(accepted(rules.decide(resolved, again, new DecisionContext(later, false, 5, null)))
                        .after()
                        .owner())
                .isEqualTo(BOT);
    }

    @Test
    void I16_a_resolved_ticket_stays_so_while_the_customer_has_another_one_open() {
        Ticket resolved = after(claimed(), new Resolve("r", ANNA, true));
        Commit commit = accepted(rules.decide(
                resolved,
                new CustomerSays("again", "Hello"),
                new DecisionContext(now, false, null, new TicketId("t2"))));
        assertThat(commit.after().status()).isEqualTo(Status.RESOLVED);
        assertThat(commit.entries()).extracting(NewEntry::kind).containsExactly(Kind.MESSAGE, Kind.NOTICE);
    }

    @Test
    void I21_the_customer_hears_whether_somebody_is_there() {
        Ticket asked = says(opened(), "A person please");
        Escalate escalate = new Escalate("e", EscalationReason.ASKED, null, "", PACKET, "");
        DecisionContext here = new DecisionContext(now, true, null, null);
        String usual = accepted(rules.decide(asked, escalate, here))
                .entries()
                .getFirst()
                .text();
        assertThat(accepted(asked, escalate).entries().getFirst().text())
                .startsWith(usual)
                .contains("Nobody is at the desk right now");
    }

    @Test
    void a_refined_packet_is_a_further_entry_for_agents_and_changes_nothing_else() {
        for (Ticket withPeople : List.of(queued(), claimed())) {
            Commit commit = accepted(withPeople, new RefinePacket(withPeople.servingEpoch(), packet("a refund")));
            assertThat(commit.entries()).singleElement().satisfies(entry -> {
                assertThat(entry.kind()).isEqualTo(Kind.PACKET);
                assertThat(entry.kind().goesToRoom()).isFalse();
                assertThat(entry.data()).isEqualTo(packet("a refund"));
            });
            assertThat(commit.after().withTimes(withPeople.times())).isEqualTo(withPeople);
        }
    }

    @Test
    void a_refined_packet_is_refused_when_the_ticket_is_not_with_people_or_was_escalated_again() {
        Ticket queued = queued();
        RefinePacket late = new RefinePacket(queued.servingEpoch(), packet("a refund"));
        Ticket returned = after(queued, new ReturnToBot("r"));
        assertThat(refused(returned, late)).isInstanceOf(Refusal.NotNow.class);
        assertThat(refused(escalated(returned), late)).isInstanceOf(Refusal.NotNow.class);
        Ticket resolved = after(claimed(), new Resolve("x", ANNA, true));
        assertThat(refused(resolved, new RefinePacket(resolved.servingEpoch(), PACKET)))
                .isInstanceOf(Refusal.NotNow.class);
    }

    @Test
    void I11_an_escalation_goes_to_the_team_it_names_and_to_the_tickets_own_when_there_is_no_such_team() {
        TeamId legal = new TeamId("legal");
        Ticket asked = says(opened(), "My lawyer will write to you");
        Escalate escalate = toTeam(legal, 3);

        Ticket known = accepted(rules.decide(asked, escalate, new DecisionContext(now, true, null, null, legal)))
                .after();
        assertThat(known.owner()).isEqualTo(new Owner.Queue(legal));
        assertThat(known.team()).isEqualTo(legal);
        assertThat(known.priority()).isEqualTo(3);

        Ticket unknown = accepted(asked, escalate).after();
        assertThat(unknown.owner()).isEqualTo(new Owner.Queue(asked.team()));
        assertThat(unknown.priority()).isEqualTo(3);
    }

    @Test
    void an_escalation_raises_the_priority_and_never_lowers_it() {
        Ticket asked =
                says(opened(), "My lawyer will write to you").with().priority(5).build();
        assertThat(accepted(asked, toTeam(null, 2)).after().priority()).isEqualTo(5);
        assertThat(accepted(asked, toTeam(null, 99)).after().priority()).isEqualTo(Ticket.MAX_PRIORITY);
    }

    @Test
    void the_bots_last_words_and_its_greeting_say_which_version_spoke() {
        Ticket asked = says(opened(), "What now?");
        Escalate escalate = new Escalate(
                "e",
                EscalationReason.WEAK_EVIDENCE,
                new TurnKey(asked.epoch(), asked.customerPos(), 0),
                "I do not know.",
                new HandoffPacket(EscalationReason.WEAK_EVIDENCE, null, "", List.of(), List.of(), "", "", ANSWERED),
                "");
        assertThat(accepted(asked, escalate).sealing())
                .isInstanceOfSatisfying(
                        TicketDecision.Sealing.Finish.class,
                        finish -> assertThat(finish.entry().data()).isEqualTo(ANSWERED));
    }

    private static Escalate toTeam(@Nullable TeamId team, int priority) {
        return new Escalate("e", EscalationReason.SENSITIVE, null, "", PACKET, "", team, priority);
    }
}

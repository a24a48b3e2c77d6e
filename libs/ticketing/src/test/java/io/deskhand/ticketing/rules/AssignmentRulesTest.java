package io.deskhand.ticketing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.ticketing.command.Command.Accept;
import io.deskhand.ticketing.command.Command.Decline;
import io.deskhand.ticketing.command.Command.Offer;
import io.deskhand.ticketing.command.Command.Release;
import io.deskhand.ticketing.command.Command.Release.Cause;
import io.deskhand.ticketing.command.Command.TakeOver;
import io.deskhand.ticketing.command.Command.Transfer;
import io.deskhand.ticketing.command.Command.Triage;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.TicketDecision.Commit;
import io.deskhand.ticketing.rules.TicketDecision.Condition;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.NextMove.Who;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ticket on its way among people. */
class AssignmentRulesTest extends RulesTest {

    @Test
    void I23_an_offer_needs_a_slot_and_an_agent_who_is_there() {
        Commit offer = accepted(queued(), new Offer("o", ANNA, 5));
        assertThat(offer.after().owner()).isEqualTo(new Owner.Offered(ANNA));
        assertThat(offer.after().next()).isEqualTo(new NextMove(Who.AGENT, now.plusSeconds(20)));
        assertThat(offer.conditions())
                .containsExactlyInAnyOrder(new Condition.FreeSlot(ANNA.id(), 5), new Condition.Here(ANNA.id()));
    }

    @Test
    void an_offer_is_accepted_by_the_agent_it_was_made_to_alone() {
        Ticket offered = after(queued(), new Offer("o", ANNA, 5));
        assertThat(refused(offered, new Accept("a", BEN.id()))).isEqualTo(new Refusal.NotOffered());
        assertThat(after(offered, new Accept("a", ANNA.id())).owner()).isEqualTo(ANNA);
    }

    @Test
    void what_is_declined_or_not_accepted_in_time_goes_to_the_front_with_its_wait() {
        Ticket queued = queued();
        Instant since = queued.times().queuedAt();
        now = now.plusSeconds(40);
        Ticket offered = after(queued, new Offer("o", ANNA, 5));
        Ticket declined = after(offered, new Decline("d", ANNA.id()));
        now = now.plusSeconds(20);
        Ticket late = after(offered, expiry(offered));

        for (Ticket back : List.of(declined, late)) {
            assertThat(back.status()).isEqualTo(Status.QUEUED);
            assertThat(back.times().queuedAt()).isEqualTo(since);
            assertThat(back.front()).isTrue();
            assertThat(back.queueRank()).isLessThan(queued.withPriority(9).queueRank());
        }
    }

    @Test
    void I19_an_agent_who_is_gone_loses_the_ticket_and_the_customer_is_told() {
        Commit commit = accepted(claimed(), new Release("r", ANNA.id(), Cause.GONE));
        assertThat(commit.after().status()).isEqualTo(Status.QUEUED);
        assertThat(commit.after().front()).isTrue();
        assertThat(commit.conditions()).containsExactly(new Condition.Gone(ANNA.id()));
        assertThat(commit.entries().getFirst().kind()).isEqualTo(Kind.MARKER);
        assertThat(commit.entries().getFirst().text()).contains("Anna");
    }

    @Test
    void a_release_of_what_one_does_not_own_is_refused() {
        assertThat(refused(claimed(), new Release("r", BEN.id(), Cause.ASKED))).isEqualTo(new Refusal.NotOwner(ANNA));
        assertThat(rules.decide(claimed(), new Release("r", BEN.id(), Cause.GONE), DecisionContext.at(now)))
                .isEqualTo(new TicketDecision.Unchanged());
    }

    @Test
    void a_transfer_to_a_colleague_is_an_offer_with_a_note_that_the_room_does_not_have() {
        Commit commit =
                accepted(claimed(), new Transfer("t", ANNA, false, new Transfer.ToAgent(BEN, 5), "wants a refund"));
        assertThat(commit.after().owner()).isEqualTo(new Owner.Offered(BEN));
        assertThat(commit.entries())
                .filteredOn(entry -> entry.kind().goesToRoom())
                .extracting(NewEntry::kind)
                .containsExactly(Kind.MARKER);
        assertThat(commit.entries()).extracting(NewEntry::text).contains("wants a refund");
    }

    @Test
    void a_transfer_to_a_team_moves_the_ticket_to_its_queue() {
        Ticket moved = after(claimed(), new Transfer("t", ANNA, false, new Transfer.ToTeam(BILLING), ""));
        assertThat(moved.owner()).isEqualTo(new Owner.Queue(BILLING));
        assertThat(moved.team()).isEqualTo(BILLING);
    }

    @Test
    void only_the_owner_or_a_supervisor_transfers() {
        Transfer.Target to = new Transfer.ToTeam(BILLING);
        assertThat(refused(claimed(), new Transfer("t", BEN, false, to, ""))).isEqualTo(new Refusal.NotOwner(ANNA));
        assertThat(after(claimed(), new Transfer("t", BEN, true, to, "")).status())
                .isEqualTo(Status.QUEUED);
        assertThat(refused(claimed(), new Transfer("t", BEN, true, new Transfer.ToAgent(ANNA, 5), "")))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void a_supervisor_takes_over_and_the_epoch_rises() {
        Ticket claimed = claimed();
        Commit commit = accepted(claimed, new TakeOver("t", BEN, 5, "Anna is ill"));
        assertThat(commit.after().owner()).isEqualTo(BEN);
        assertThat(commit.after().epoch()).isEqualTo(claimed.epoch() + 1);
        assertThat(commit.entries().getFirst().data()).isEqualTo(new EntryData.Claimed(BEN.id(), "Anna is ill"));
        assertThat(refused(queued(), new TakeOver("t", BEN, 5, ""))).isEqualTo(new Refusal.NotNow(Status.QUEUED));
    }

    @Test
    void triage_moves_a_queued_ticket_to_its_new_team() {
        Ticket triaged = after(queued(), new Triage("s", ANNA, BILLING, 3, List.of("refund")));
        assertThat(triaged.owner()).isEqualTo(new Owner.Queue(BILLING));
        assertThat(triaged.priority()).isEqualTo(3);
        assertThat(triaged.queueRank()).isLessThan(queued().queueRank());
        assertThat(refused(queued(), new Triage("s", ANNA, BILLING, 10, List.of())))
                .isInstanceOf(Refusal.Invalid.class);
        assertThat(after(claimed(), new Triage("s", BEN, BILLING, 0, List.of())).owner())
                .isEqualTo(ANNA);
    }
}

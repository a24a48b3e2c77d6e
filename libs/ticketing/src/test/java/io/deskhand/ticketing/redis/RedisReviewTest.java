package io.deskhand.ticketing.redis;

import static io.deskhand.ticketing.log.SampleData.ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.ticketing.command.Command.BotSays;
import io.deskhand.ticketing.command.Command.CustomerSays;
import io.deskhand.ticketing.command.Command.RequireApproval;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.store.RelayLog;
import io.deskhand.ticketing.store.Tickets.DraftOutcome;
import io.deskhand.ticketing.ticket.HumanReview;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store keeps from the room until a colleague has spoken. */
class RedisReviewTest {

    private static final TicketId T1 = new TicketId("t1");
    private static final Owner.Agent ANNA = new Owner.Agent(new AgentId("anna"), "Anna");

    private static RedisFixture store;

    @BeforeAll
    static void start() {
        store = new RedisFixture();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @BeforeEach
    void empty() {
        store.empty();
    }

    @Test
    void G19_while_a_colleague_must_approve_no_draft_is_stored_and_what_was_shown_is_sealed() {
        Ticket ticket = asked();
        store.tickets.draft(ticket, 1, "Your parcel");
        store.done(T1, new RequireApproval("q", ANNA, true));
        assertThat(log().get(1).state()).isEqualTo(State.STOPPED);
        assertThat(store.tickets.draft(ticket, 1, "Your parcel is late"))
                .isEqualTo(new DraftOutcome.Refused(new Refusal.Held()));

        store.done(T1, new RequireApproval("w", ANNA, false));
        assertThat(store.tickets.draft(ticket, 1, "Your parcel is late")).isEqualTo(new DraftOutcome.Shown(5, 1));
    }

    @Test
    void G19_a_proposal_is_stored_as_such_holds_drafts_and_is_never_given_to_a_publisher() {
        store.leases(store.clock).keep(ANNA.id(), List.of(new TeamId("general")), 5);
        Ticket ticket = asked();
        store.done(T1, new BotSays(TurnKey.of(ticket), "It is late.", List.of(), true, ANSWERED));
        LogEntry proposal = log().get(1);
        assertThat(proposal.kind()).isEqualTo(Kind.PROPOSAL);
        assertThat(proposal.data()).isEqualTo(new EntryData.Proposal(1, 0, ANSWERED));
        assertThat(store.tickets.draft(ticket, 1, "It")).isEqualTo(new DraftOutcome.Refused(new Refusal.Held()));
        assertThat(store.tickets.find(T1).orElseThrow().review().pending())
                .isEqualTo(new HumanReview.Pending(HumanReview.Matter.PROPOSAL, TurnKey.of(ticket)));

        List<Long> published = new ArrayList<>();
        RelayLog.Step step = store.relayLog.take(T1, "r", Duration.ofSeconds(10));
        while (step instanceof RelayLog.Step.Publish(RelayLog.ToPublish what)) {
            published.add(what.entry().pos());
            step = store.relayLog.done(
                    T1, "r", Duration.ofSeconds(10), what, what.entry().seq(), "r" + published.size());
        }
        assertThat(published).containsExactly(3L);
    }

    private static Ticket asked() {
        store.open("t1");
        return store.done(T1, new CustomerSays("s1", "Where is my parcel?"));
    }

    private static List<LogEntry> log() {
        return store.tickets.snapshot(T1).orElseThrow().entries();
    }
}

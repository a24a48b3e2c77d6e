package io.deskhand.ticketing.redis;

import static io.deskhand.ticketing.log.SampleData.ANSWERED;
import static io.deskhand.ticketing.log.SampleData.PACKET;
import static io.deskhand.ticketing.log.SampleData.packet;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.ticketing.command.Command.AgentSays;
import io.deskhand.ticketing.command.Command.BotSays;
import io.deskhand.ticketing.command.Command.Claim;
import io.deskhand.ticketing.command.Command.CustomerSays;
import io.deskhand.ticketing.command.Command.Escalate;
import io.deskhand.ticketing.command.Command.Open;
import io.deskhand.ticketing.command.Command.Resolve;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.store.Tickets.DraftOutcome;
import io.deskhand.ticketing.store.Tickets.Outcome;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisTicketsTest {

    private static final TicketId T1 = new TicketId("t1");
    private static final Owner.Agent ANNA = agent("anna");

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
    void I1_after_a_claim_no_draft_is_stored_and_what_was_shown_is_sealed_before_the_marker() {
        Ticket ticket = asked();
        assertThat(store.tickets.draft(ticket, 1, "Your parcel")).isEqualTo(new DraftOutcome.Shown(2, 1));

        store.done(T1, new Claim("c", ANNA, 5));

        assertThat(store.tickets.draft(ticket, 1, "Your parcel is late"))
                .isEqualTo(new DraftOutcome.Refused(new Refusal.Fenced(1, 2, Status.HUMAN)));
        List<LogEntry> log = log();
        assertThat(log).extracting(LogEntry::kind).containsExactly(Kind.MESSAGE, Kind.MESSAGE, Kind.MARKER);
        assertThat(log.get(1).text()).isEqualTo("Your parcel");
        assertThat(log.get(1).state()).isEqualTo(State.STOPPED);
    }

    @Test
    void I2_a_final_text_with_an_old_epoch_is_refused_and_nothing_is_stored() {
        Ticket ticket = asked();
        store.done(T1, new Claim("c", ANNA, 5));
        int before = log().size();

        Outcome outcome = store.tickets.execute(T1, answer(ticket, "Too late"));

        assertThat(outcome).isEqualTo(new Outcome.Refused(new Refusal.Fenced(1, 2, Status.HUMAN)));
        assertThat(log()).hasSize(before);
    }

    @Test
    void the_final_text_takes_the_drafts_place() {
        Ticket ticket = asked();
        store.tickets.draft(ticket, 1, "Your");
        store.tickets.draft(ticket, 1, "Your parcel");

        Outcome.Done done = (Outcome.Done) store.tickets.execute(T1, answer(ticket, "Your parcel is here."));

        assertThat(done.entries()).extracting(LogEntry::pos).containsExactly(2L);
        assertThat(log()).hasSize(2);
        assertThat(log().get(1).text()).isEqualTo("Your parcel is here.");
        assertThat(log().get(1).state()).isEqualTo(State.FINAL);
        assertThat(log().get(1).seq()).isEqualTo(3);
        assertThat(log().get(1).citations()).extracting(LogEntry.Citation::id).containsExactly("shipping");
    }

    @Test
    void I6_a_newer_turn_cuts_an_older_one_and_the_older_cannot_come_back() {
        Ticket ticket = asked();
        store.tickets.draft(ticket, 1, "First");
        store.done(T1, new CustomerSays("s2", "I mean order 7"));
        store.tickets.draft(ticket, 3, "Second");

        assertThat(store.tickets.draft(ticket, 1, "First again"))
                .isEqualTo(new DraftOutcome.Refused(new Refusal.TurnOver()));
        assertThat(store.tickets.execute(T1, answer(ticket, "First, done")))
                .isEqualTo(new Outcome.Refused(new Refusal.TurnOver()));
        assertThat(log())
                .extracting(LogEntry::state)
                .containsExactly(State.FINAL, State.STOPPED, State.FINAL, State.STREAMING);
    }

    @Test
    void I10_a_repeated_command_has_the_first_ones_outcome() {
        asked();
        Outcome.Done first = (Outcome.Done) store.tickets.execute(T1, new AgentSays("m1", ANNA, 5, "Hello"));
        Outcome.Done again = (Outcome.Done) store.tickets.execute(T1, new AgentSays("m1", ANNA, 5, "Hello"));
        assertThat(again.entries()).isEqualTo(first.entries());
        assertThat(log()).hasSize(3);
    }

    @Test
    void I10_a_customer_message_delivered_twice_stands_once() {
        asked();
        store.done(T1, new CustomerSays("s1", "Where is my parcel?"));
        assertThat(log()).hasSize(1);
        assertThat(log().getFirst().serial()).isEqualTo("s1");
    }

    @Test
    void I14_of_200_simultaneous_claims_one_wins_and_the_others_learn_who() throws Exception {
        asked();
        List<Callable<Outcome>> claims = IntStream.range(0, 200)
                .<Callable<Outcome>>mapToObj(i ->
                        () -> store.tickets.execute(T1, new Claim("c" + i, agent("agent-" + i), 5)))
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Outcome> claim : threads.invokeAll(claims)) {
                outcomes.add(claim.get());
            }
        }
        Ticket ticket = store.tickets.find(T1).orElseThrow();
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Outcome.Refused.class::isInstance)
                .hasSize(199)
                .allMatch(outcome ->
                        outcome.equals(new Outcome.Refused(new Refusal.AlreadyClaimed((Owner.Agent) ticket.owner()))));
        assertThat(log()).filteredOn(entry -> entry.kind() == Kind.MARKER).hasSize(1);
    }

    @Test
    void I15_slots_are_exact_when_one_agent_claims_many_tickets_at_once() throws Exception {
        List<Callable<Outcome>> claims = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            TicketId id = store.open("m" + i).id();
            claims.add(() -> store.tickets.execute(id, new Claim("c", ANNA, 7)));
        }
        int won = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Outcome> claim : threads.invokeAll(claims)) {
                Outcome outcome = claim.get();
                won += outcome instanceof Outcome.Done ? 1 : 0;
                assertThat(outcome)
                        .matches(o ->
                                o instanceof Outcome.Done || o.equals(new Outcome.Refused(new Refusal.SlotsFull(7))));
            }
        }
        assertThat(won).isEqualTo(7);
        assertThat(store.tickets.ownedBy(new AgentId("anna"))).hasSize(7);
    }

    @Test
    void a_ticket_keeps_the_name_of_its_customer() {
        Open open = new Open(
                "open",
                T1,
                new CustomerId("c1"),
                "Mira Sand",
                RedisFixture.BOT,
                "",
                "en",
                new TeamId("general"),
                "",
                null);

        store.done(T1, open);

        assertThat(store.tickets.find(T1).orElseThrow().customerName()).isEqualTo("Mira Sand");
    }

    @Test
    void I16_a_customer_has_one_open_ticket_with_a_bot() {
        store.open("t1");
        Outcome outcome = store.tickets.execute(
                new TicketId("t2"),
                new Open(
                        "open",
                        new TicketId("t2"),
                        new CustomerId("c-t1"),
                        RedisFixture.BOT,
                        "",
                        "en",
                        new TeamId("general"),
                        ""));
        assertThat(outcome).isEqualTo(new Outcome.Refused(new Refusal.AlreadyOpen(T1)));
        assertThat(store.tickets.find(new TicketId("t2"))).isEmpty();
    }

    @Test
    void a_queued_ticket_is_in_the_inbox_until_it_is_claimed_and_a_resolved_one_frees_the_slot() {
        asked();
        store.done(T1, new Escalate("e", EscalationReason.ASKED, null, "", PACKET, ""));
        assertThat(store.tickets.inbox(10)).extracting(Ticket::id).containsExactly(T1);

        store.done(T1, new Claim("c", ANNA, 5));
        assertThat(store.tickets.inbox(10)).isEmpty();
        assertThat(store.tickets.ownedBy(ANNA.id())).extracting(Ticket::id).containsExactly(T1);
        assertThat(store.tickets.open(10)).extracting(Ticket::id).containsExactly(T1);

        store.done(T1, new Resolve("r", ANNA, true));
        assertThat(store.tickets.ownedBy(ANNA.id())).isEmpty();
        assertThat(store.tickets.open(10)).isEmpty();
        assertThat(store.tickets.latest(10)).extracting(Ticket::id).containsExactly(T1);
        assertThat(store.tickets.openTicket(new CustomerId("c-t1"), new BotId("demo-store")))
                .isEmpty();
    }

    @Test
    void I11_a_team_that_nobody_was_ever_in_gets_no_ticket() {
        asked();
        TeamId legal = new TeamId("legal");
        Escalate escalate = new Escalate("e", EscalationReason.SENSITIVE, null, "", PACKET, "", legal, 1);
        assertThat(store.done(T1, escalate).owner()).isEqualTo(new Owner.Queue(new TeamId("general")));

        store.open("t2");
        store.done(new TicketId("t2"), new CustomerSays("s1", "Where is my parcel?"));
        store.leases(store.clock).keep(ANNA.id(), List.of(legal), 5);
        assertThat(store.done(new TicketId("t2"), escalate).owner()).isEqualTo(new Owner.Queue(legal));
    }

    @Test
    void what_is_stored_is_what_was_decided() {
        Ticket asked = asked();
        assertThat(store.tickets.find(T1)).contains(asked);
        assertThat(asked.customerPos()).isEqualTo(1);
        Ticket queued = store.done(T1, new Escalate("e", EscalationReason.LOOP, null, "", packet("a refund"), ""));
        assertThat(store.tickets.find(T1)).contains(queued);
        assertThat(log().getLast().data()).isEqualTo(packet("a refund"));
    }

    private static Ticket asked() {
        store.open("t1");
        return store.done(T1, new CustomerSays("s1", "Where is my parcel?"));
    }

    private static BotSays answer(Ticket ticket, String text) {
        return new BotSays(
                new TurnKey(ticket.epoch(), 1, 0),
                text,
                List.of(new LogEntry.Citation("shipping", "Shipping", "/help/shipping", "two days")),
                false,
                ANSWERED);
    }

    private static List<LogEntry> log() {
        return store.tickets.snapshot(T1).orElseThrow().entries();
    }

    private static Owner.Agent agent(String id) {
        return new Owner.Agent(new AgentId(id), "Agent " + id);
    }
}

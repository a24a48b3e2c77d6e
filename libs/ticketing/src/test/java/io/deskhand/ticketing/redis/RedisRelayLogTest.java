package io.deskhand.ticketing.redis;

import static io.deskhand.ticketing.log.SampleData.ANSWERED;
import static io.deskhand.ticketing.log.SampleData.PACKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.ticketing.command.Command.AgentSays;
import io.deskhand.ticketing.command.Command.BotSays;
import io.deskhand.ticketing.command.Command.Claim;
import io.deskhand.ticketing.command.Command.CustomerSays;
import io.deskhand.ticketing.command.Command.Escalate;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.store.RelayLog.Step;
import io.deskhand.ticketing.store.RelayLog.ToPublish;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import io.deskhand.ticketing.view.RoomNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisRelayLogTest {

    private static final TicketId T1 = new TicketId("t1");
    private static final Owner.Agent ANNA = new Owner.Agent(new AgentId("anna"), "Anna");
    private static final Duration LASTS = Duration.ofSeconds(10);

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
    void publishes_in_log_order_and_leaves_out_what_came_from_the_room_and_what_is_private() {
        asked();
        store.done(T1, new Escalate("e", EscalationReason.ASKED, null, "", PACKET, ""));
        store.done(T1, new AgentSays("m", ANNA, 5, "Hello"));

        assertThat(drain("one")).containsExactly("2 FINAL notice", "4 FINAL Anna has joined.", "5 FINAL Hello");
        assertThat(drain("one")).isEmpty();
    }

    @Test
    void a_draft_is_published_in_its_newest_text_and_once_more_when_it_is_sealed() {
        Ticket ticket = asked();
        store.tickets.draft(ticket, 1, "Your");
        store.tickets.draft(ticket, 1, "Your parcel");
        assertThat(drain("one")).containsExactly("2 STREAMING Your parcel");
        assertThat(drain("one")).isEmpty();

        store.done(T1, new BotSays(new TurnKey(1, 1, 0), "Your parcel is here.", List.of(), false, ANSWERED));
        assertThat(drain("one")).containsExactly("2 FINAL Your parcel is here.");
    }

    @Test
    void I1_a_cut_answer_is_closed_in_the_room_before_the_claim_marker_appears() {
        Ticket ticket = asked();
        store.tickets.draft(ticket, 1, "Your parcel");
        drain("one");
        store.done(T1, new Claim("c", ANNA, 5));
        assertThat(drain("one")).containsExactly("2 STOPPED Your parcel", "3 FINAL Anna has joined.");
    }

    @Test
    void one_publisher_at_a_time_until_its_right_runs_out() {
        asked();
        store.done(T1, new AgentSays("m", ANNA, 5, "Hello"));
        assertThat(take("one")).isInstanceOf(Step.Publish.class);
        assertThat(take("two")).isEqualTo(new Step.Busy());

        store.now.updateAndGet(now -> now.plus(LASTS));
        assertThat(take("two")).isInstanceOf(Step.Publish.class);
    }

    @Test
    void what_is_appended_while_somebody_publishes_is_drained_by_them() {
        asked();
        store.done(T1, new AgentSays("m1", ANNA, 5, "One"));
        ToPublish marker = ((Step.Publish) take("one")).what();
        store.done(T1, new AgentSays("m2", ANNA, 5, "Two"));
        assertThat(take("two")).isEqualTo(new Step.Busy());

        ToPublish first = next("one", marker);
        ToPublish second = next("one", first);
        assertThat(first.entry().text()).isEqualTo("One");
        assertThat(second.entry().text()).isEqualTo("Two");
        assertThat(store.relayLog.done(T1, "one", LASTS, second, 1, "r4")).isEqualTo(new Step.Nothing());
    }

    @Test
    void a_publisher_that_slept_too_long_is_told_and_its_entry_is_published_once_more() {
        Ticket ticket = asked();
        store.tickets.draft(ticket, 1, "Your");
        ToPublish stale = ((Step.Publish) take("one")).what();
        store.now.updateAndGet(now -> now.plus(LASTS));
        store.done(T1, new BotSays(new TurnKey(1, 1, 0), "Your parcel is here.", List.of(), false, ANSWERED));
        assertThat(drain("two")).containsExactly("2 FINAL Your parcel is here.");

        assertThat(store.relayLog.done(T1, "one", LASTS, stale, 1, "r2")).isEqualTo(new Step.Lost());

        assertThat(drain("two")).containsExactly("2 FINAL Your parcel is here.");
        assertThat(drain("two")).isEmpty();
    }

    @Test
    void a_publisher_that_died_after_creating_leaves_the_same_key_to_the_next() {
        Ticket ticket = asked();
        store.tickets.draft(ticket, 1, "Your");
        String key = ((Step.Publish) take("one")).what().idempotencyKey(T1);
        store.now.updateAndGet(now -> now.plus(LASTS));
        store.tickets.draft(ticket, 1, "Your parcel");
        assertThat(((Step.Publish) take("two")).what().idempotencyKey(T1)).isEqualTo(key);
    }

    @Test
    void a_ticket_whose_publisher_died_is_found_until_all_is_published() {
        asked();
        store.done(T1, new AgentSays("m", ANNA, 5, "Hello"));
        assertThat(store.relayLog.waiting(Duration.ofSeconds(5), 10)).isEmpty();

        store.now.updateAndGet(now -> now.plusSeconds(5));
        assertThat(store.relayLog.waiting(Duration.ofSeconds(5), 10)).containsExactly(T1);

        drain("one");
        assertThat(store.relayLog.waiting(Duration.ZERO, 10)).isEmpty();
    }

    private static Ticket asked() {
        store.open("t1");
        return store.done(T1, new CustomerSays("s1", "Where is my parcel?"));
    }

    private static Step take(String holder) {
        return store.relayLog.take(T1, holder, LASTS);
    }

    private static ToPublish next(String holder, ToPublish published) {
        return ((Step.Publish) store.relayLog.done(
                        T1,
                        holder,
                        LASTS,
                        published,
                        published.entry().seq(),
                        "r" + published.entry().pos()))
                .what();
    }

    /** Publishes all there is, as a publisher would, and tells what. */
    private static List<String> drain(String holder) {
        List<String> published = new ArrayList<>();
        Step step = take(holder);
        while (step instanceof Step.Publish publish) {
            var entry = publish.what().entry();
            String text = entry.text().startsWith("I have asked") ? "notice" : entry.text();
            published.add(entry.pos() + " " + entry.state() + " " + text);
            step = store.relayLog.done(T1, holder, LASTS, publish.what(), entry.seq(), "r" + entry.pos());
        }
        assertThat(step).isEqualTo(new Step.Nothing());
        return published;
    }

    @Test
    void states_survive_the_way_through_redis() {
        Ticket ticket = asked();
        store.tickets.draft(ticket, 1, "Zwölf ☂ \"quoted\"\n");
        ToPublish what = ((Step.Publish) take("one")).what();
        assertThat(what.entry().text()).isEqualTo("Zwölf ☂ \"quoted\"\n");
        assertThat(what.entry().state()).isEqualTo(State.STREAMING);
        assertThat(RoomNames.clientId(what.entry().author())).isEqualTo("bot:demo-store");
    }
}

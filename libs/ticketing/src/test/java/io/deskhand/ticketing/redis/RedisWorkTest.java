package io.deskhand.ticketing.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.ticketing.command.Command.Claim;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.store.Work.Item;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Side;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisWorkTest {

    private static final Owner.Agent ANNA = new Owner.Agent(new AgentId("anna"), "Anna");

    private static RedisFixture store;

    private final RedisWork work = new RedisWork(store.redis, Duration.ofMillis(200));

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
    void a_new_ticket_is_work_for_the_bots_and_is_given_to_one_of_them() {
        store.open("t1");
        assertThat(work.take(Side.BOT, "one", 10)).extracting(Item::ticket).containsExactly(new TicketId("t1"));
        assertThat(work.take(Side.BOT, "two", 10)).isEmpty();
        assertThat(work.take(Side.DESK, "one", 10)).isEmpty();
    }

    @Test
    void a_claimed_ticket_is_work_for_the_desk_with_its_serving_epoch() {
        store.open("t1");
        Ticket claimed = store.done(new TicketId("t1"), new Claim("c", ANNA, 5));
        assertThat(work.take(Side.DESK, "one", 10))
                .extracting(Item::servingEpoch)
                .containsExactly(claimed.epoch());
        assertThat(claimed.servingEpoch()).isEqualTo(claimed.epoch());
    }

    @Test
    void an_item_that_nobody_keeps_is_given_to_the_next_who_asks() {
        store.open("t1");
        List<Item> first = work.take(Side.BOT, "one", 10);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> !work.take(Side.BOT, "two", 10).isEmpty());

        assertThat(work.keep(Side.BOT, "one", first)).isEmpty();
        assertThat(work.keep(Side.BOT, "two", first))
                .containsExactly(first.getFirst().lease());
    }

    @Test
    void a_released_item_may_be_taken_at_once_and_a_finished_one_never_again() {
        RedisWork patient = new RedisWork(store.redis, Duration.ofMinutes(5));
        store.open("t1");
        List<Item> items = patient.take(Side.BOT, "one", 10);
        patient.release(Side.BOT, items);
        assertThat(patient.take(Side.BOT, "two", 10)).isEqualTo(items);

        patient.finish(Side.BOT, items);
        patient.release(Side.BOT, items);
        assertThat(patient.take(Side.BOT, "three", 10)).isEmpty();
    }
}

package io.deskhand.chaos.check;

import static io.deskhand.chaos.check.Judging.answered;
import static io.deskhand.chaos.check.Judging.found;
import static io.deskhand.chaos.check.Judging.sent;
import static io.deskhand.chaos.check.Judging.world;

import io.deskhand.chaos.check.Testimony.AgentSent;
import io.deskhand.chaos.check.Testimony.CustomerSent;
import io.deskhand.ticketing.log.LogEntry.State;
import org.junit.jupiter.api.Test;

/** What customers and agents write: each violation is found by the check that is for it. */
class MessageChecksTest {

    @Test
    void a_customer_message_that_the_log_lacks_is_found() {
        found(
                CustomerMessages.class,
                Crafted.ticket()
                        .customer("How long?")
                        .forgottenByLog()
                        .customer("Hello?")
                        .bot("Two days"));
    }

    @Test
    void a_customer_message_that_is_logged_twice_is_found_I10() {
        found(
                CustomerMessages.class,
                Crafted.ticket()
                        .customer("How long?")
                        .loggedTwice()
                        .bot("Two days")
                        .lastIs(State.FINAL, 1, "s003"),
                CustomerOrder.class);
    }

    @Test
    void a_customer_message_that_is_in_the_log_alone_is_found() {
        found(
                CustomerMessages.class,
                Crafted.ticket().customer("How long?").forgottenByRoom().bot("Two days"));
    }

    @Test
    void an_acknowledged_customer_message_that_nobody_has_is_found() {
        Testimony told = sent(new CustomerSent("t1", "id-lost", "lost", true, "s099"));
        found(CustomerMessages.class, world(told, Crafted.whole()));
    }

    @Test
    void one_customer_message_that_is_in_the_room_twice_is_found() {
        Crafted twice =
                Crafted.ticket().customer("How long?").customer("How long?").bot("Two days");
        Testimony told = sent(new CustomerSent("t1", "id-How long?", "How long?", true, null));
        found(CustomerMessages.class, world(told, twice));
    }

    @Test
    void a_message_that_crossed_with_a_resolution_unheard_is_found() {
        found(LateMessages.class, Crafted.ticket().claimed("anna").resolved().unheard("Wait!"));
    }

    @Test
    void customer_messages_in_another_order_than_the_rooms_are_found() {
        Crafted swapped =
                Crafted.ticket().customer("One").customer("Two").swappedInLog().bot("Three");
        found(CustomerOrder.class, swapped);
    }

    @Test
    void an_acknowledged_agent_message_that_is_lost_is_found() {
        found(AgentMessages.class, world(answered(new AgentSent("t1", "anna", "lost", 5)), Crafted.whole()));
    }

    @Test
    void an_agent_message_that_is_logged_twice_is_found_I10() {
        Crafted twice = Crafted.ticket().claimed("anna").agent("anna", "Hello").agent("anna", "Hello");
        found(AgentMessages.class, world(answered(new AgentSent("t1", "anna", "Hello", 0)), twice));
    }

    @Test
    void a_customer_who_waits_for_the_bot_for_ever_is_found() {
        found(Answered.class, Crafted.ticket().customer("How long?"));
    }

    @Test
    void a_ticket_that_says_itself_that_its_customer_waits_is_found() {
        found(
                Answered.class,
                Crafted.ticket().customer("How long?").bot("Two days").waits());
    }

    @Test
    void an_answer_that_was_stopped_does_not_answer() {
        Crafted stopped = Crafted.ticket().customer("How long?").bot("Two");
        found(Answered.class, stopped.lastIs(State.STOPPED, 1, stopped.newestSerial()), RoomRepeatsLog.class);
    }
}

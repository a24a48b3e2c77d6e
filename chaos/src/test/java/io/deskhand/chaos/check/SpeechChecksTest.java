package io.deskhand.chaos.check;

import static io.deskhand.chaos.check.Judging.found;
import static io.deskhand.chaos.check.Judging.passes;

import io.deskhand.ticketing.log.LogEntry.State;
import org.junit.jupiter.api.Test;

/** What the bot says, and what the room shows: each violation is found by the check that is for it, and by no other that is not named. */
class SpeechChecksTest {

    @Test
    void bot_text_after_a_claim_is_found_in_the_log_I1() {
        found(
                SilenceInLog.class,
                Crafted.ticket().claimed("anna").bot("Still me").forgottenByRoom(),
                RoomRepeatsLog.class);
    }

    @Test
    void bot_text_after_an_escalation_is_found_in_the_log_I6() {
        found(SilenceInLog.class, Crafted.ticket().escalated().bot("Still me").forgottenByRoom(), RoomRepeatsLog.class);
    }

    @Test
    void bot_text_in_a_ticket_opened_again_with_its_agent_is_found_I1() {
        found(
                SilenceInLog.class,
                Crafted.ticket().claimed("anna").resolved().reopenedWith("anna").bot("Still me"),
                SilenceInRoom.class);
    }

    @Test
    void a_bot_message_that_appears_in_the_room_after_a_claim_is_found_I1() {
        found(
                SilenceInRoom.class,
                Crafted.ticket().claimed("anna").bot("Still me").forgottenByLog(),
                RoomRepeatsLog.class);
    }

    @Test
    void a_bot_message_that_grows_in_the_room_after_a_claim_is_found_I1() {
        Crafted late = Crafted.ticket()
                .customer("How long?")
                .streamed("Two", "Two days")
                .claimed("anna")
                .update(3, 3, "FINAL", "Two days, and one more thing");
        found(SilenceInRoom.class, late, RoomRepeatsLog.class);
    }

    @Test
    void a_bot_message_that_grows_after_an_escalations_notice_is_found_I6() {
        Crafted late = Crafted.ticket()
                .customer("How long?")
                .streamed("Two", "Two days")
                .escalated()
                .update(3, 3, "FINAL", "Two days, and one more thing");
        found(SilenceInRoom.class, late, RoomRepeatsLog.class);
    }

    @Test
    void the_same_version_once_more_after_a_claim_is_no_violation() {
        passes(Crafted.ticket()
                .customer("How long?")
                .streamed("Two", "Two days")
                .claimed("anna")
                .update(3, 2, "FINAL", "Two days"));
    }

    @Test
    void an_older_version_that_stays_in_the_room_is_found() {
        Crafted old = Crafted.ticket()
                .customer("How long?")
                .streamed("Two", "Two days")
                .claimed("anna")
                .update(3, 1, "STREAMING", "Two");
        found(RoomRepeatsLog.class, old);
    }

    @Test
    void an_answer_that_never_ends_is_found() {
        Crafted endless = Crafted.ticket().customer("How long?").bot("Two");
        found(RoomRepeatsLog.class, endless.lastIs(State.STREAMING, 1, endless.newestSerial()), Answered.class);
    }

    @Test
    void an_entry_that_never_reached_the_room_is_found() {
        found(
                RoomRepeatsLog.class,
                Crafted.ticket().claimed("anna").forgottenByRoom().lastIs(State.FINAL, 1, null));
    }

    @Test
    void an_entry_that_is_in_the_room_twice_is_found() {
        found(RoomRepeatsLog.class, Crafted.ticket().claimed("anna").shownTwice(), RelayOrder.class);
    }

    @Test
    void entries_that_changed_places_in_the_room_are_found() {
        Crafted swapped = Crafted.ticket()
                .claimed("anna")
                .agent("anna", "One")
                .agent("anna", "Two")
                .swappedInRoom();
        found(RelayOrder.class, swapped, RoomRepeatsLog.class);
    }

    @Test
    void a_bot_that_is_not_in_its_tickets_room_is_found() {
        found(BotPresence.class, Crafted.ticket().present("customer:c1"));
    }

    @Test
    void a_bot_that_stays_in_the_room_after_a_claim_is_found() {
        found(BotPresence.class, Crafted.ticket().claimed("anna").present("bot:demo-store", "agent:anna"));
    }
}

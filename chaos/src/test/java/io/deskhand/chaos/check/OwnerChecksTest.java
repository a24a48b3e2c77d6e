package io.deskhand.chaos.check;

import static io.deskhand.chaos.check.Judging.NOTHING;
import static io.deskhand.chaos.check.Judging.found;
import static io.deskhand.chaos.check.Judging.world;

import io.deskhand.chaos.check.Testimony.ClaimLost;
import io.deskhand.chaos.check.Testimony.ClaimWon;
import io.deskhand.chaos.check.Testimony.Escalated;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.ticket.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who owns a ticket, and who owes the next move: each violation is found by the check that is for it. */
class OwnerChecksTest {

    @Test
    void a_marker_whose_epoch_does_not_rise_is_found_I7() {
        found(Markers.class, Crafted.ticket().claimed("anna").epoch(1).claimed("ben"));
    }

    @Test
    void an_entry_of_an_epoch_gone_by_is_found_I18() {
        found(
                Markers.class,
                Crafted.ticket().claimed("anna").epoch(1).agent("anna", "Hello").epoch(2));
    }

    @Test
    void a_claim_that_was_granted_and_is_not_in_the_log_is_found_I14() {
        Testimony told =
                new Testimony(List.of(), List.of(new ClaimWon("t1", "ben", 3)), List.of(), List.of(), List.of());
        found(ClaimAnswers.class, world(told, Crafted.whole()));
    }

    @Test
    void two_agents_who_were_both_granted_one_epoch_are_found_I14() {
        Testimony told = new Testimony(
                List.of(),
                List.of(new ClaimWon("t1", "anna", 3), new ClaimWon("t1", "ben", 3)),
                List.of(),
                List.of(),
                List.of());
        found(ClaimAnswers.class, world(told, Crafted.whole()));
    }

    @Test
    void a_loser_who_was_told_of_a_winner_that_never_won_is_found_I14() {
        Testimony told =
                new Testimony(List.of(), List.of(), List.of(new ClaimLost("t1", "ben", "cleo")), List.of(), List.of());
        found(ClaimAnswers.class, world(told, Crafted.whole()));
    }

    @Test
    void an_escalated_ticket_that_is_nowhere_is_found_I11() {
        found(Escalations.class, Crafted.ticket().escalated().status(Status.BOT));
    }

    @Test
    void an_escalation_without_a_notice_is_found_I8() {
        Crafted silent = Crafted.ticket().customer("human").escalated();
        silent.forgottenByLog().forgottenByLog().forgottenByRoom();
        Story story = silent.story();
        Story packetAlone = new Story(
                story.ticket(),
                story.customer(),
                story.status(),
                story.owner(),
                story.epoch(),
                false,
                story.dueAt(),
                Stream.concat(
                                story.log().stream(),
                                Stream.of(
                                        new Logged(3, 2, Kind.PACKET, Role.SYSTEM, null, "", "", State.FINAL, 1, null)))
                        .toList(),
                story.room(),
                Set.of());
        found(Escalations.class, world(NOTHING, packetAlone));
    }

    @Test
    void a_button_that_did_nothing_is_found_I11() {
        Testimony told = new Testimony(List.of(), List.of(), List.of(), List.of(), List.of(new Escalated("t1")));
        found(Escalations.class, world(told, Crafted.ticket()));
    }

    @Test
    void a_queued_ticket_that_the_inbox_lacks_is_found_I17() {
        Story queued = Crafted.ticket().escalated().story();
        found(Inbox.class, new World(Crafted.NOW, List.of(queued), NOTHING, Set.of(), Map.of(), 4, Map.of()));
    }

    @Test
    void more_tickets_than_slots_are_found_I15() {
        Story owned = Crafted.ticket().claimed("anna").story();
        found(Slots.class, new World(Crafted.NOW, List.of(owned), NOTHING, Set.of(), Map.of("anna", 1), 0, Map.of()));
    }

    @Test
    void a_slot_that_no_ticket_takes_is_found_I15() {
        Story free = Crafted.ticket().story();
        found(Slots.class, new World(Crafted.NOW, List.of(free), NOTHING, Set.of(), Map.of("anna", 1), 4, Map.of()));
    }

    @Test
    void two_open_tickets_of_one_customer_are_found_I16() {
        found(OneOpenTicket.class, new World(Crafted.NOW, List.of(), NOTHING, Set.of(), Map.of(), 4, Map.of("c1", 2)));
    }

    @Test
    void an_overdue_ticket_is_found_I20() {
        found(Overdue.class, Crafted.ticket().due(Crafted.NOW.minusSeconds(11)));
    }

    @Test
    void a_ticket_in_which_nobody_owes_a_move_is_found_I20() {
        found(Overdue.class, Crafted.ticket().due(null));
    }
}

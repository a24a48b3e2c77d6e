package io.deskhand.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.chaos.check.Testimony.AgentSent;
import io.deskhand.chaos.check.Testimony.ClaimLost;
import io.deskhand.chaos.check.Testimony.ClaimWon;
import io.deskhand.chaos.check.Testimony.CustomerSent;
import io.deskhand.chaos.check.Testimony.Escalated;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each violation is found by the check that is for it, and by no other; a history without one passes all. */
class CheckerTest {

    private static final Testimony NOTHING = new Testimony(List.of(), List.of(), List.of(), List.of(), List.of());

    private final Checker checker = new Checker(Duration.ofSeconds(10), true);

    @Test
    void a_history_with_nothing_wrong_passes_all_checks() {
        Testimony told = new Testimony(
                List.of(
                        new CustomerSent("t1", "id-Thanks", "Thanks", true, "s009"),
                        new CustomerSent("t1", "id-never-arrived", "?", false, null)),
                List.of(new ClaimWon("t1", "anna", 3)),
                List.of(new ClaimLost("t1", "ben", "anna")),
                List.of(
                        new AgentSent("t1", "anna", "Hello, Anna here", 8),
                        new AgentSent("t1", "ben", "never arrived", 0)),
                List.of(new Escalated("t1")));

        List<Finding> findings = checker.check(world(told, Crafted.whole()));

        assertThat(findings)
                .allSatisfy(finding ->
                        assertThat(finding.violations()).as(finding.name()).isEmpty());
        assertThat(findings).filteredOn(finding -> finding.checked() == 0).isEmpty();
    }

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
        found(RoomRepeatsLog.class, endless.lastIs("STREAMING", 1, endless.newestSerial()), Answered.class);
    }

    @Test
    void an_entry_that_never_reached_the_room_is_found() {
        found(
                RoomRepeatsLog.class,
                Crafted.ticket().claimed("anna").forgottenByRoom().lastIs("FINAL", 1, null));
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
                        .lastIs("FINAL", 1, "s003"),
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
    void an_acknowledged_agent_message_that_is_lost_is_found() {
        found(AgentMessages.class, world(answered(new AgentSent("t1", "anna", "lost", 5)), Crafted.whole()));
    }

    @Test
    void an_agent_message_that_is_logged_twice_is_found_I10() {
        Crafted twice = Crafted.ticket().claimed("anna").agent("anna", "Hello").agent("anna", "Hello");
        found(AgentMessages.class, world(answered(new AgentSent("t1", "anna", "Hello", 0)), twice));
    }

    @Test
    void an_escalated_ticket_that_is_nowhere_is_found_I11() {
        found(Escalations.class, Crafted.ticket().escalated().status("BOT"));
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
                                Stream.of(new Logged(3, 2, "PACKET", "SYSTEM", "", "", "", "FINAL", 1, null)))
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
        found(Answered.class, stopped.lastIs("STOPPED", 1, stopped.newestSerial()), RoomRepeatsLog.class);
    }

    @Test
    void a_bot_that_is_not_in_its_tickets_room_is_found() {
        found(BotPresence.class, Crafted.ticket().present("customer:c1"));
    }

    @Test
    void a_bot_that_stays_in_the_room_after_a_claim_is_found() {
        found(BotPresence.class, Crafted.ticket().claimed("anna").present("bot:demo-store", "agent:anna"));
    }

    @Test
    void an_overdue_ticket_is_found_I20() {
        found(Overdue.class, Crafted.ticket().due(Crafted.NOW.minusSeconds(11)));
    }

    @Test
    void a_ticket_in_which_nobody_owes_a_move_is_found_I20() {
        found(Overdue.class, Crafted.ticket().due(null));
    }

    @Test
    void a_violation_tells_the_entries_around_it() {
        Finding silence = checker.check(
                        world(NOTHING, Crafted.ticket().claimed("anna").bot("Still me")))
                .getFirst();

        assertThat(silence.violations().getFirst().story())
                .contains("ticket t1", "CLAIMED anna has joined", ">   3", "Still me");
    }

    @Test
    void what_is_only_counted_does_not_fail_the_run() {
        Checker lenient = new Checker(Duration.ofSeconds(10), false);
        World overdue = world(NOTHING, Crafted.ticket().due(Crafted.NOW.minusSeconds(60)));

        assertThat(lenient.check(overdue)).allMatch(Finding::passes);
        assertThat(checker.check(overdue)).anyMatch(finding -> !finding.passes());
    }

    @SafeVarargs
    private void found(Class<? extends Check> by, Crafted ticket, Class<? extends Check>... also) {
        found(by, world(NOTHING, ticket), also);
    }

    /** The one check finds it; a few others may see the same from their side. */
    @SafeVarargs
    private void found(Class<? extends Check> by, World world, Class<? extends Check>... also) {
        List<String> names = checker.check(world).stream()
                .filter(finding -> !finding.violations().isEmpty())
                .map(Finding::name)
                .toList();
        assertThat(names).contains(name(by));
        assertThat(names)
                .isSubsetOf(Stream.concat(Stream.of(by), Stream.of(also))
                        .map(CheckerTest::name)
                        .toList());
    }

    private void passes(Crafted ticket) {
        Consumer<Finding> clean =
                finding -> assertThat(finding.violations()).as(finding.name()).isEmpty();
        assertThat(checker.check(world(NOTHING, ticket))).allSatisfy(clean);
    }

    private static String name(Class<? extends Check> check) {
        try {
            @Nullable Check instance = check == Overdue.class
                    ? new Overdue(Duration.ZERO, true)
                    : check.getDeclaredConstructor().newInstance();
            return instance.name();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Testimony sent(CustomerSent message) {
        return new Testimony(List.of(message), List.of(), List.of(), List.of(), List.of());
    }

    private static Testimony answered(AgentSent message) {
        return new Testimony(List.of(), List.of(), List.of(), List.of(message), List.of());
    }

    private static World world(Testimony told, Crafted ticket) {
        return world(told, ticket.story());
    }

    private static World world(Testimony told, Story story) {
        Set<String> inbox = story.status().equals("QUEUED") ? Set.of(story.ticket()) : Set.of();
        int slots = story.takesSlotOf("anna") ? 1 : 0;
        int open = story.isOpen() ? 1 : 0;
        return new World(
                Crafted.NOW, List.of(story), told, inbox, Map.of("anna", slots), 4, Map.of(story.customer(), open));
    }
}

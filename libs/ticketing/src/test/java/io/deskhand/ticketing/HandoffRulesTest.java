package io.deskhand.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.ticketing.Command.Accept;
import io.deskhand.ticketing.Command.Claim;
import io.deskhand.ticketing.Command.CustomerSays;
import io.deskhand.ticketing.Command.Decline;
import io.deskhand.ticketing.Command.Escalate;
import io.deskhand.ticketing.Command.Expire;
import io.deskhand.ticketing.Command.HandBack;
import io.deskhand.ticketing.Command.Offer;
import io.deskhand.ticketing.Command.Open;
import io.deskhand.ticketing.Command.Release;
import io.deskhand.ticketing.Command.Release.Cause;
import io.deskhand.ticketing.Command.Reopen;
import io.deskhand.ticketing.Command.Resolve;
import io.deskhand.ticketing.Command.ReturnToBot;
import io.deskhand.ticketing.Command.Snooze;
import io.deskhand.ticketing.Command.Sort;
import io.deskhand.ticketing.Command.TakeOver;
import io.deskhand.ticketing.Command.Transfer;
import io.deskhand.ticketing.Decision.Commit;
import io.deskhand.ticketing.Decision.Condition;
import io.deskhand.ticketing.LogEntry.Kind;
import io.deskhand.ticketing.NextMove.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ticket on its way among people, and back to the bot. */
class HandoffRulesTest {

    private static final Owner.Bot BOT = new Owner.Bot(new BotId("demo-store"), "Assistant");
    private static final Owner.Agent ANNA = new Owner.Agent(new AgentId("anna"), "Anna");
    private static final Owner.Agent BEN = new Owner.Agent(new AgentId("ben"), "Ben");
    private static final TeamId BILLING = new TeamId("billing");

    private final TicketRules rules = new TicketRules(Deadlines.DEFAULTS);
    private Instant now = Instant.parse("2026-03-02T09:30:00Z");
    private int said;

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
        assertThat(rules.decide(claimed(), new Release("r", BEN.id(), Cause.GONE), Facts.at(now)))
                .isEqualTo(new Decision.Unchanged());
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
        assertThat(commit.entries().getFirst().data())
                .containsEntry("event", "CLAIMED")
                .containsEntry("reason", "Anna is ill");
        assertThat(refused(queued(), new TakeOver("t", BEN, 5, ""))).isEqualTo(new Refusal.NotNow(Status.QUEUED));
    }

    @Test
    void I24_handing_back_is_a_boundary_with_a_summary_and_the_bot_waits_for_the_customer() {
        Ticket answered = after(claimed(), new Command.AgentSays("m", ANNA, 5, "Here you are."));
        Commit commit = accepted(answered, new HandBack("h", ANNA.id(), "be kind", "Anna gave the number.", false));
        assertThat(commit.after().owner()).isEqualTo(BOT);
        assertThat(commit.after().next().who()).isEqualTo(Who.CUSTOMER);
        assertThat(commit.after().times().queuedAt()).isNull();
        assertThat(commit.entries().getFirst().data())
                .containsEntry("event", "HANDED_BACK")
                .containsEntry("summary", "Anna gave the number.")
                .containsEntry("note", "be kind");
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
    void a_snooze_ends_with_its_time_or_with_the_customers_next_message() {
        Ticket answered = after(claimed(), new Command.AgentSays("m", ANNA, 5, "I will look."));
        Ticket snoozed = after(answered, new Snooze("z", ANNA.id(), now.plus(Duration.ofDays(1))));
        assertThat(snoozed.snoozed()).isTrue();
        assertThat(says(snoozed, "Hello?").next()).isEqualTo(new NextMove(Who.AGENT, now.plus(Duration.ofMinutes(5))));

        now = now.plus(Duration.ofDays(1));
        Ticket awake = after(snoozed, expiry(snoozed));
        assertThat(awake.snoozed()).isFalse();
        assertThat(awake.next().who()).isEqualTo(Who.AGENT);
    }

    @Test
    void nobody_snoozes_while_the_customer_waits() {
        assertThat(refused(claimed(), new Snooze("z", ANNA.id(), now.plusSeconds(60))))
                .isEqualTo(new Refusal.CustomerWaits());
    }

    @Test
    void sorting_moves_a_queued_ticket_to_its_new_team() {
        Ticket sorted = after(queued(), new Sort("s", ANNA, BILLING, 3, List.of("refund")));
        assertThat(sorted.owner()).isEqualTo(new Owner.Queue(BILLING));
        assertThat(sorted.priority()).isEqualTo(3);
        assertThat(sorted.queueRank()).isLessThan(queued().queueRank());
        assertThat(refused(queued(), new Sort("s", ANNA, BILLING, 10, List.of())))
                .isInstanceOf(Refusal.Invalid.class);
        assertThat(after(claimed(), new Sort("s", BEN, BILLING, 0, List.of())).owner())
                .isEqualTo(ANNA);
    }

    @Test
    void a_recent_customer_goes_to_the_agent_they_know_if_that_one_is_there() {
        Ticket resolved = after(claimed(), new Resolve("r", ANNA, true));
        CustomerSays again = new CustomerSays("again", "One more thing");
        Commit known = accepted(rules.decide(resolved, again, new Facts(now.plusSeconds(60), false, 5, null)));
        assertThat(known.after().owner()).isEqualTo(ANNA);
        assertThat(known.conditions()).contains(new Condition.Here(ANNA.id()));

        Instant later = now.plus(Duration.ofMinutes(31));
        assertThat(accepted(rules.decide(resolved, again, new Facts(later, false, 5, null)))
                        .after()
                        .owner())
                .isEqualTo(BOT);
    }

    @Test
    void I16_a_resolved_ticket_stays_so_while_the_customer_has_another_one_open() {
        Ticket resolved = after(claimed(), new Resolve("r", ANNA, true));
        Commit commit = accepted(rules.decide(
                resolved, new CustomerSays("again", "Hello"), new Facts(now, false, null, new TicketId("t2"))));
        assertThat(commit.after().status()).isEqualTo(Status.RESOLVED);
        assertThat(commit.entries()).extracting(NewEntry::kind).containsExactly(Kind.MESSAGE, Kind.NOTICE);
    }

    @Test
    void an_agent_opens_a_resolved_ticket_again_but_not_a_closed_one() {
        Ticket resolved = after(claimed(), new Resolve("r", ANNA, true));
        assertThat(after(resolved, new Reopen("o", BEN, 5)).owner()).isEqualTo(BEN);

        now = now.plus(Duration.ofHours(72));
        Ticket closed = after(resolved, expiry(resolved));
        assertThat(closed.status()).isEqualTo(Status.CLOSED);
        assertThat(closed.next()).isNull();
        assertThat(refused(closed, new Reopen("o", BEN, 5))).isEqualTo(new Refusal.NotOpen());
        assertThat(says(closed, "Hello?").status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void I20_a_bot_that_owes_an_answer_loses_the_ticket_at_its_deadline() {
        Ticket asked = says(opened(), "Where is my parcel?");
        assertThat(rules.decide(asked, expiry(asked), Facts.at(now))).isEqualTo(new Decision.Unchanged());
        now = now.plusSeconds(60);
        Ticket queued = after(asked, expiry(asked));
        assertThat(queued.status()).isEqualTo(Status.QUEUED);
        assertThat(queued.reason()).isEqualTo(EscalationReason.OVERDUE);
    }

    @Test
    void I22_a_waiting_ticket_alerts_until_somebody_claims_it_each_time_after_twice_the_time() {
        Ticket waiting = queued();
        for (int alert = 1; alert <= 3; alert++) {
            now = waiting.next().dueAt();
            Commit commit = accepted(waiting, expiry(waiting));
            assertThat(commit.entries().getFirst().data()).containsEntry("alert", alert);
            waiting = stored(commit, waiting);
            assertThat(waiting.next().dueAt()).isEqualTo(now.plusSeconds(60L << alert));
        }
        assertThat(waiting.alerts()).isEqualTo(3);
        assertThat(waiting.epoch()).isEqualTo(queued().epoch());
    }

    @Test
    void a_ticket_that_the_customer_left_alone_is_resolved_and_never_while_they_wait() {
        Ticket answered = after(claimed(), new Command.AgentSays("m", ANNA, 5, "Here you are."));
        now = now.plus(Duration.ofHours(24));
        assertThat(after(answered, expiry(answered)).status()).isEqualTo(Status.RESOLVED);

        Ticket waiting = claimed();
        now = waiting.next().dueAt();
        assertThat(after(waiting, expiry(waiting)).status()).isEqualTo(Status.HUMAN);
    }

    @Test
    void I21_the_customer_hears_whether_somebody_is_there() {
        Ticket asked = says(opened(), "A person please");
        Escalate escalate = new Escalate("e", EscalationReason.ASKED, null, "", Map.of(), "");
        Facts here = new Facts(now, true, null, null);
        String usual = accepted(rules.decide(asked, escalate, here))
                .entries()
                .getFirst()
                .text();
        assertThat(accepted(asked, escalate).entries().getFirst().text())
                .startsWith(usual)
                .contains("Nobody is at the desk right now");
    }

    @Test
    void the_customer_may_settle_the_matter_in_any_open_status() {
        for (Ticket ticket : List.of(opened(), queued(), claimed())) {
            assertThat(after(ticket, new Resolve("r", null, false)).status()).isEqualTo(Status.RESOLVED);
        }
    }

    private Ticket opened() {
        Open open = new Open(
                "open", new TicketId("t1"), new CustomerId("c1"), BOT, "", "en", new TeamId("general"), "Hello!");
        return accepted(rules.decide(null, open, Facts.at(now))).after().stored(1, 0);
    }

    private Ticket queued() {
        return escalated(says(opened(), "Where is my parcel?"));
    }

    private Ticket escalated(Ticket ticket) {
        return after(ticket, new Escalate("e", EscalationReason.ASKED, null, "", Map.of(), ""));
    }

    private Ticket claimed() {
        return after(queued(), new Claim("c", ANNA, 5));
    }

    private Ticket says(Ticket ticket, String text) {
        Commit commit = accepted(ticket, new CustomerSays("s" + said++, text));
        return commit.after().stored(ticket.rev() + 1, ticket.customerPos() + 2);
    }

    private static Expire expiry(Ticket ticket) {
        return new Expire(ticket.next().dueAt());
    }

    private Ticket after(Ticket ticket, Command command) {
        return stored(accepted(ticket, command), ticket);
    }

    private static Ticket stored(Commit commit, Ticket before) {
        return commit.after().stored(before.rev() + 1, before.customerPos());
    }

    private Commit accepted(Ticket ticket, Command command) {
        return accepted(rules.decide(ticket, command, Facts.at(now)));
    }

    private static Commit accepted(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) decision).commit();
    }

    private Refusal refused(Ticket ticket, Command command) {
        Decision decision = rules.decide(ticket, command, Facts.at(now));
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).refusal();
    }
}

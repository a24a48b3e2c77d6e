package io.deskhand.ticketing.rules;

import static io.deskhand.ticketing.log.SampleData.ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.command.Command.AnswerBot;
import io.deskhand.ticketing.command.Command.Approve;
import io.deskhand.ticketing.command.Command.AskColleague;
import io.deskhand.ticketing.command.Command.BotSays;
import io.deskhand.ticketing.command.Command.Claim;
import io.deskhand.ticketing.command.Command.Reject;
import io.deskhand.ticketing.command.Command.RequireApproval;
import io.deskhand.ticketing.command.Command.Whisper;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.EntryData.Guidance.Source;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.TicketDecision.Commit;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.HumanReview;
import io.deskhand.ticketing.ticket.HumanReview.Matter;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.NextMove.Who;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the bot needs colleagues for, and what they tell it. */
class ReviewRulesTest extends RulesTest {

    private Ticket asked() {
        return says(opened(), "May I return worn boots?");
    }

    /** With a colleague at the desk. */
    private Commit withDesk(Ticket ticket, Command command) {
        return accepted(rules.decide(ticket, command, new DecisionContext(now, true, null, null)));
    }

    private Ticket proposed(Ticket ticket) {
        return stored(withDesk(ticket, proposal(ticket)), ticket);
    }

    private Ticket question(Ticket ticket) {
        return stored(withDesk(ticket, ask(ticket)), ticket);
    }

    private static BotSays proposal(Ticket ticket) {
        return new BotSays(TurnKey.of(ticket), "Yes, within 60 days.", List.of(), true, ANSWERED);
    }

    private static AskColleague ask(Ticket ticket) {
        return new AskColleague(TurnKey.of(ticket), "Are worn boots taken back?", "", ANSWERED);
    }

    private static Approve approval(TurnKey proposal, Owner.Agent by, String text) {
        return new Approve("a:" + by.id(), by, proposal, text, false, List.of(), ANSWERED);
    }

    private static List<String> events(Commit commit) {
        return commit.entries().stream()
                .map(entry -> entry.kind() + " " + name(entry.data()))
                .toList();
    }

    private static String name(@Nullable EntryData data) {
        return switch (data) {
            case null -> "";
            case EntryData.Guidance guidance -> guidance.source().name();
            default -> data.getClass().getSimpleName();
        };
    }

    @Test
    void G18_a_whisper_is_for_the_bot_alone_and_is_applied_to_an_answer_once() {
        Ticket ticket = asked();
        Commit commit = accepted(ticket, new Whisper("w", ANNA, "Offer an exchange."));
        assertThat(events(commit)).containsExactly("NOTE WHISPER");
        assertThat(commit.entries().getFirst().data()).isEqualTo(new EntryData.Guidance(Source.WHISPER, 1));
        Ticket guided = stored(commit, ticket);
        assertThat(guided.next()).isEqualTo(ticket.next());
        assertThat(guided.epoch()).isEqualTo(ticket.epoch());

        // Written before the whisper: this answer does not apply it, so the next one does.
        BotSays unaware = new BotSays(TurnKey.of(ticket), "Yes.", List.of(), false, ANSWERED);
        assertThat(after(guided, unaware).review().guidanceApplied()).isZero();
        BotSays aware = new BotSays(TurnKey.of(guided), "Yes.", List.of(), false, ANSWERED);
        assertThat(after(guided, aware).review().guidanceApplied()).isEqualTo(1);
    }

    @Test
    void G18_nobody_whispers_where_no_bot_listens_nor_without_end() {
        Whisper whisper = new Whisper("w", BEN, "Be kind.");
        assertThat(refused(queued(), whisper)).isInstanceOf(Refusal.NotWithBot.class);
        assertThat(refused(claimed(), whisper)).isEqualTo(new Refusal.NotWithBot(ANNA));
        assertThat(refused(after(opened(), new Command.Resolve("r", null, false)), whisper))
                .isEqualTo(new Refusal.NotOpen());
        assertThat(refused(opened(), new Whisper("w", BEN, " "))).isEqualTo(new Refusal.TextEmpty());
        assertThat(refused(opened(), new Whisper("w", BEN, "x".repeat(4_001))))
                .isEqualTo(new Refusal.TextTooLong(4_000));

        Ticket ticket = opened();
        for (int i = 0; i < TicketLimits.MAX_WAITING_GUIDANCE; i++) {
            ticket = after(ticket, new Whisper("w" + i, BEN, "Be kind."));
        }
        assertThat(refused(ticket, whisper)).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void G19_G20_a_proposal_stands_for_colleagues_alone_and_the_next_move_is_an_agents() {
        Ticket ticket = asked();
        Commit commit = withDesk(ticket, proposal(ticket));
        assertThat(events(commit)).containsExactly("PROPOSAL Proposal", "NOTICE ");
        assertThat(Kind.PROPOSAL.goesToRoom()).isFalse();
        assertThat(commit.entries().getLast().text()).isEqualTo("A colleague is checking my answer.");
        Ticket waits = stored(commit, ticket);
        assertThat(waits.status()).isEqualTo(Status.BOT);
        assertThat(waits.next()).isEqualTo(new NextMove(Who.AGENT, now.plus(Duration.ofMinutes(2))));
        assertThat(waits.customerWaits()).isTrue();
        assertThat(waits.botOwes()).isFalse();
        assertThat(refused(waits, new BotSays(TurnKey.of(ticket), "Yes.", List.of(), false, ANSWERED)))
                .isEqualTo(new Refusal.Held());
    }

    @Test
    void G19_what_is_approved_becomes_the_bots_answer_and_says_who_reviewed_it() {
        Ticket waits = proposed(asked());
        TurnKey turn = TurnKey.of(waits);
        Commit commit = accepted(waits, new Approve("a", ANNA, turn, "Yes, unworn.", true, List.of(), ANSWERED));
        NewEntry words = commit.entries().getFirst();
        assertThat(words.kind()).isEqualTo(Kind.MESSAGE);
        assertThat(words.author()).isEqualTo(LogEntry.Author.of(BOT));
        assertThat(words.text()).isEqualTo("Yes, unworn.");
        assertThat(words.data()).isEqualTo(ANSWERED.withReview(new BotDecision.Approval(ANNA.id(), ANNA.name(), true)));
        Ticket answered = stored(commit, waits);
        assertThat(answered.customerWaits()).isFalse();
        assertThat(answered.next().who()).isEqualTo(Who.CUSTOMER);
        assertThat(refused(answered, approval(turn, BEN, "Yes."))).isEqualTo(new Refusal.Stale());
    }

    @Test
    void G19_a_newer_message_or_owner_makes_a_proposal_stale() {
        Ticket waits = proposed(asked());
        TurnKey turn = TurnKey.of(waits);
        Ticket wroteAgain = says(waits, "Never mind.");
        assertThat(wroteAgain.next().who()).isEqualTo(Who.BOT);
        assertThat(refused(wroteAgain, approval(turn, ANNA, "Yes."))).isEqualTo(new Refusal.Stale());
        assertThat(refused(wroteAgain, proposal(waits))).isEqualTo(new Refusal.Stale());

        Ticket claimed = after(waits, new Claim("c", BEN, 5));
        assertThat(claimed.review().pending()).isNull();
        assertThat(refused(claimed, approval(turn, ANNA, "Yes."))).isEqualTo(new Refusal.NotWithBot(BEN));
    }

    @Test
    void a_rejection_guides_the_next_try_twice_then_people_take_the_ticket() {
        Ticket ticket = asked();
        for (int tries = 0; tries < 2; tries++) {
            Ticket waits = proposed(ticket);
            Commit commit = accepted(waits, new Reject("r" + tries, ANNA, TurnKey.of(waits), "Too curt."));
            assertThat(events(commit)).containsExactly("NOTE REJECTION");
            ticket = stored(commit, waits);
            assertThat(ticket.next()).isEqualTo(new NextMove(Who.BOT, now.plusSeconds(60)));
            assertThat(ticket.botOwes()).isTrue();
            // The customer was told once that somebody is checking.
            assertThat(events(withDesk(ticket, proposal(ticket)))).containsExactly("PROPOSAL Proposal");
        }
        Ticket waits = proposed(ticket);
        Commit commit = accepted(waits, new Reject("r", ANNA, TurnKey.of(waits), "Still too curt."));
        assertThat(events(commit)).containsExactly("NOTE REJECTION", "NOTICE ", "PACKET HandoffPacket");
        assertThat(commit.after().status()).isEqualTo(Status.QUEUED);
        assertThat(commit.after().reason()).isEqualTo(EscalationReason.LOOP);
    }

    @Test
    void I20_a_proposal_that_nobody_looks_at_goes_to_the_queue() {
        Ticket waits = proposed(asked());
        now = waits.next().dueAt();
        Ticket queued = after(waits, expiry(waits));
        assertThat(queued.status()).isEqualTo(Status.QUEUED);
        assertThat(queued.reason()).isEqualTo(EscalationReason.OVERDUE);
        assertThat(queued.review().pending()).isNull();
    }

    @Test
    void I21_with_nobody_at_the_desk_nobody_is_said_to_be_checking() {
        Ticket ticket = asked();
        Commit proposed = accepted(ticket, proposal(ticket));
        assertThat(events(proposed)).containsExactly("PROPOSAL Proposal", "NOTICE ", "PACKET HandoffPacket");
        assertThat(proposed.entries().get(1).text()).contains("Nobody is at the desk");
        assertThat(proposed.entries().get(2).data())
                .isInstanceOfSatisfying(
                        HandoffPacket.class,
                        packet -> assertThat(packet.suggestedReply()).isEqualTo("Yes, within 60 days."));

        Commit asks = accepted(ticket, ask(ticket));
        assertThat(events(asks)).containsExactly("NOTE Question", "NOTE UNANSWERED", "NOTICE ");
        assertThat(stored(asks, ticket).botOwes()).isTrue();
    }

    @Test
    void an_agent_may_want_to_approve_all_answers_of_a_ticket() {
        Ticket ticket = asked();
        Commit commit = accepted(ticket, new RequireApproval("q", ANNA, true));
        assertThat(commit.sealing()).isEqualTo(Steps.CUT);
        Ticket watched = stored(commit, ticket);
        BotSays plain = new BotSays(TurnKey.of(watched), "Yes.", List.of(), false, ANSWERED);
        assertThat(withDesk(watched, plain).entries().getFirst().kind()).isEqualTo(Kind.PROPOSAL);

        assertThat(rules.decide(watched, new RequireApproval("q2", BEN, true), DecisionContext.at(now)))
                .isEqualTo(new TicketDecision.Unchanged());
        Ticket trusted = after(watched, new RequireApproval("w", BEN, false));
        assertThat(after(trusted, plain).customerWaits()).isFalse();
    }

    @Test
    void G20_the_bot_asks_a_colleague_keeps_the_ticket_and_goes_on_with_the_answer() {
        Ticket ticket = asked();
        Commit commit = withDesk(ticket, ask(ticket));
        assertThat(events(commit)).containsExactly("NOTE Question", "NOTICE ");
        Ticket waits = stored(commit, ticket);
        assertThat(waits.next()).isEqualTo(new NextMove(Who.AGENT, now.plus(Duration.ofMinutes(2))));
        assertThat(waits.review().pending()).isEqualTo(new HumanReview.Pending(Matter.QUESTION, TurnKey.of(ticket)));
        assertThat(refused(waits, approval(TurnKey.of(ticket), ANNA, "Yes."))).isEqualTo(new Refusal.Stale());

        Commit answer = accepted(waits, new AnswerBot("a", BEN, TurnKey.of(ticket), "Only unworn ones."));
        assertThat(events(answer)).containsExactly("NOTE ANSWER");
        Ticket told = stored(answer, waits);
        assertThat(told.botOwes()).isTrue();
        assertThat(told.review().guidanceGiven()).isEqualTo(1);
        assertThat(refused(told, new AnswerBot("a2", ANNA, TurnKey.of(ticket), "All of them.")))
                .isEqualTo(new Refusal.Stale());
    }

    @Test
    void I20_a_question_that_nobody_answers_is_given_up_and_the_customer_hears_so() {
        Ticket waits = question(asked());
        now = waits.next().dueAt();
        Commit commit = accepted(waits, expiry(waits));
        assertThat(events(commit)).containsExactly("NOTE UNANSWERED", "NOTICE ");
        assertThat(commit.after().next().who()).isEqualTo(Who.BOT);
        assertThat(commit.after().status()).isEqualTo(Status.BOT);
    }

    @Test
    void the_bot_asks_once_about_a_message_then_people_take_the_ticket() {
        Ticket waits = question(asked());
        Ticket told = after(waits, new AnswerBot("a", BEN, TurnKey.of(waits), "No idea."));
        Commit again = withDesk(told, ask(told));
        assertThat(again.after().status()).isEqualTo(Status.QUEUED);
        assertThat(again.after().reason()).isEqualTo(EscalationReason.WEAK_EVIDENCE);
    }
}

package io.deskhand.ticketing.story;

import static io.deskhand.ticketing.log.SampleData.ANSWERED;
import static io.deskhand.ticketing.log.SampleData.PACKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.command.Command.Release.Cause;
import io.deskhand.ticketing.rules.AgentAction;
import io.deskhand.ticketing.rules.AllowedActions;
import io.deskhand.ticketing.rules.CustomerAction;
import io.deskhand.ticketing.rules.Deadlines;
import io.deskhand.ticketing.rules.DecisionContext;
import io.deskhand.ticketing.rules.TicketDecision;
import io.deskhand.ticketing.rules.TicketRules;
import io.deskhand.ticketing.story.Step.Bot;
import io.deskhand.ticketing.story.Step.BotMove;
import io.deskhand.ticketing.story.Step.Place;
import io.deskhand.ticketing.story.Step.Who;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.HumanReview;
import io.deskhand.ticketing.ticket.HumanReview.Matter;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a viewer is told they may do is what the rules accept, on every ticket that a story leads to. */
class AllowedActionsTest {

    private static final TicketRules RULES = new TicketRules(Deadlines.DEFAULTS);
    private static final AllowedActions ACTIONS = new AllowedActions(RULES);
    private static final int CAPACITY = 100;

    private static final Set<AgentAction> SEEN_OF_AGENTS = EnumSet.noneOf(AgentAction.class);
    private static final Set<CustomerAction> SEEN_OF_CUSTOMERS = EnumSet.noneOf(CustomerAction.class);

    @Provide
    Arbitrary<Story> stories() {
        return Story.any();
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void what_is_listed_is_accepted_and_what_is_not_is_refused_or_left_out_on_purpose(@ForAll("stories") Story story) {
        PureWorld pure = PureWorld.of(RULES);
        for (Step step : story.steps()) {
            pure.world().play(step);
            Instant now = pure.world().now();
            for (Place place : step.touches()) {
                pure.tickets().find(World.id(place)).ifPresent(ticket -> check(ticket, now));
            }
        }
    }

    /** Random stories come to an offer, a proposal and a question too rarely. */
    @Example
    void what_is_offered_proposed_or_asked_is_listed_for_those_who_may_settle_it() {
        SEEN_OF_AGENTS.clear();
        SEEN_OF_CUSTOMERS.clear();
        Bot begins = new Bot(1, BotMove.BEGIN, Place.T2);
        what_is_listed_is_accepted_and_what_is_not_is_refused_or_left_out_on_purpose(new Story(List.of(
                new Step.Heartbeat(Who.ANNA),
                new Step.Heartbeat(Who.BEN),
                new Step.Opens(Place.T1),
                new Step.Asks(Place.T1),
                new Step.Customer(Step.Wish.A_PERSON, Place.T1),
                new Step.Agent(Who.ANNA, Step.Verb.OFFER_TO_OTHER, Place.T1),
                new Step.Opens(Place.T2),
                new Step.Asks(Place.T2),
                begins,
                new Bot(1, BotMove.PROPOSE, Place.T2),
                new Step.Asks(Place.T2),
                begins,
                new Bot(1, BotMove.ASK_COLLEAGUE, Place.T2),
                new Step.Agent(Who.ANNA, Step.Verb.WANT_APPROVAL, Place.T2),
                new Step.Agent(Who.ANNA, Step.Verb.CLAIM, Place.T2),
                new Step.Agent(Who.ANNA, Step.Verb.SAY, Place.T2),
                new Step.Agent(Who.ANNA, Step.Verb.RESOLVE, Place.T2))));
        assertThat(SEEN_OF_AGENTS).containsExactlyInAnyOrder(AgentAction.values());
        assertThat(SEEN_OF_CUSTOMERS).containsExactlyInAnyOrder(CustomerAction.values());
    }

    private static void check(Ticket ticket, Instant now) {
        for (Who who : Who.values()) {
            Owner.Agent viewer = World.agent(who);
            boolean supervisor = who == Who.BEN;
            Set<AgentAction> listed = ACTIONS.forAgent(ticket, viewer, supervisor, now);
            SEEN_OF_AGENTS.addAll(listed);
            for (AgentAction action : AgentAction.values()) {
                boolean accepted = accepts(ticket, command(action, ticket, who, supervisor, now), now);
                assertThat(listed.contains(action))
                        .as("%s of %s, supervisor: %s, on %s", action, viewer, supervisor, ticket)
                        .isEqualTo(accepted && !leftOut(action, ticket, viewer, supervisor));
            }
        }
        Set<CustomerAction> listed = ACTIONS.forCustomer(ticket, now);
        SEEN_OF_CUSTOMERS.addAll(listed);
        for (CustomerAction action : CustomerAction.values()) {
            assertThat(listed.contains(action))
                    .as("%s of the customer on %s", action, ticket)
                    .isEqualTo(accepts(ticket, command(action), now));
        }
    }

    private static boolean accepts(Ticket ticket, Command command, Instant now) {
        return RULES.decide(ticket, command, DecisionContext.at(now)) instanceof TicketDecision.Accepted;
    }

    /** The rules accept it, and another action says better what happens, or the API forbids it. */
    private static boolean leftOut(AgentAction action, Ticket ticket, Owner.Agent viewer, boolean supervisor) {
        boolean offeredToViewer = ticket.owner().equals(new Owner.Offered(viewer));
        return switch (action) {
            case CLAIM -> offeredToViewer; // it is ACCEPT
            case RELEASE -> offeredToViewer; // it is DECLINE
            case REPLY -> !ticket.owner().equals(viewer); // it is CLAIM first
            case TAKE_OVER -> !supervisor || ticket.status() == Status.OFFERED; // of an offer it is CLAIM
            case REQUIRE_APPROVAL, WAIVE_APPROVAL -> ticket.status() != Status.BOT; // there is nothing to approve
            default -> false;
        };
    }

    /** As the API makes it of the usual request. */
    private static Command command(AgentAction action, Ticket ticket, Who who, boolean supervisor, Instant now) {
        Owner.Agent me = World.agent(who);
        HumanReview.Pending pending = ticket.review().pending();
        TurnKey none = new TurnKey(0, 0, 0);
        TurnKey proposal = pending != null && pending.matter() == Matter.PROPOSAL ? pending.turn() : none;
        TurnKey question = pending != null && pending.matter() == Matter.QUESTION ? pending.turn() : none;
        return switch (action) {
            case CLAIM -> new Command.Claim("x", me, CAPACITY);
            case ACCEPT -> new Command.Accept("x", me.id());
            case DECLINE -> new Command.Decline("x", me.id());
            case REPLY -> new Command.AgentSays("x", me, CAPACITY, "Hello");
            case NOTE -> new Command.Note("x", me, "a note");
            case OFFER -> new Command.Offer("x", World.agent(who.other()), CAPACITY);
            case TRANSFER -> new Command.Transfer("x", me, supervisor, new Command.Transfer.ToTeam(World.GENERAL), "");
            case HAND_BACK -> new Command.HandBack("x", me.id(), "", "a summary", true);
            case SNOOZE -> new Command.Snooze("x", me.id(), now.plusSeconds(60));
            case RELEASE -> new Command.Release("x", me.id(), Cause.ASKED);
            case TAKE_OVER -> new Command.TakeOver("x", me, CAPACITY, "a reason");
            case TRIAGE -> new Command.Triage("x", me, ticket.team(), ticket.priority(), List.of("a", "b", "c"));
            case RENAME -> new Command.Rename("x", me, "another subject");
            case WHISPER -> new Command.Whisper("x", me, "be kind");
            case REQUIRE_APPROVAL -> new Command.RequireApproval("x", me, true);
            case WAIVE_APPROVAL -> new Command.RequireApproval("x", me, false);
            case APPROVE -> new Command.Approve("x", me, proposal, "Yes.", false, List.of(), ANSWERED);
            case REJECT -> new Command.Reject("x", me, proposal, "no");
            case ANSWER -> new Command.AnswerBot("x", me, question, "it is so");
            case RESOLVE -> new Command.Resolve("x", me, true);
            case REOPEN -> new Command.Reopen("x", me, CAPACITY);
        };
    }

    private static Command command(CustomerAction action) {
        return switch (action) {
            case ESCALATE -> new Command.Escalate("x", EscalationReason.ASKED, null, "", PACKET, "");
            case RETURN -> new Command.ReturnToBot("x");
            case RESOLVE -> new Command.Resolve("x", null, false);
        };
    }
}

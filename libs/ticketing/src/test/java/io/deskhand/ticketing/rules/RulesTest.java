package io.deskhand.ticketing.rules;

import static io.deskhand.ticketing.log.SampleData.PACKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.command.Command.Claim;
import io.deskhand.ticketing.command.Command.CustomerSays;
import io.deskhand.ticketing.command.Command.Escalate;
import io.deskhand.ticketing.command.Command.Expire;
import io.deskhand.ticketing.command.Command.Open;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.rules.TicketDecision.Commit;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;

/** Rules, a clock that tests set, and tickets at the usual stations. */
abstract class RulesTest {

    static final Owner.Bot BOT = new Owner.Bot(new BotId("demo-store"), "Assistant");
    static final Owner.Agent ANNA = new Owner.Agent(new AgentId("anna"), "Anna");
    static final Owner.Agent BEN = new Owner.Agent(new AgentId("ben"), "Ben");
    static final TeamId BILLING = new TeamId("billing");

    final TicketRules rules = new TicketRules(Deadlines.DEFAULTS);
    Instant now = Instant.parse("2026-03-02T09:30:00Z");
    int said;

    Ticket opened() {
        return accepted(rules.decide(null, open(), DecisionContext.at(now)))
                .after()
                .stored(1, 0);
    }

    static Open open() {
        return new Open(
                "open", new TicketId("t1"), new CustomerId("c1"), BOT, "", "en", new TeamId("general"), "Hello!");
    }

    Ticket queued() {
        return escalated(says(opened(), "Where is my parcel?"));
    }

    Ticket escalated(Ticket ticket) {
        return after(ticket, new Escalate("e", EscalationReason.ASKED, null, "", PACKET, ""));
    }

    Ticket claimed() {
        return after(queued(), new Claim("c", ANNA, 5));
    }

    Ticket says(Ticket ticket, String text) {
        Commit commit = accepted(ticket, new CustomerSays("s" + said++, text));
        return commit.after().stored(ticket.rev() + 1, ticket.customerPos() + 2);
    }

    static Expire expiry(Ticket ticket) {
        return new Expire(ticket.next().dueAt());
    }

    Ticket after(Ticket ticket, Command command) {
        return stored(accepted(ticket, command), ticket);
    }

    static Ticket stored(Commit commit, Ticket before) {
        return commit.after().stored(before.rev() + 1, before.customerPos());
    }

    Commit accepted(Ticket ticket, Command command) {
        return accepted(rules.decide(ticket, command, DecisionContext.at(now)));
    }

    static Commit accepted(TicketDecision decision) {
        assertThat(decision).isInstanceOf(TicketDecision.Accepted.class);
        return ((TicketDecision.Accepted) decision).commit();
    }

    Refusal refused(Ticket ticket, Command command) {
        TicketDecision decision = rules.decide(ticket, command, DecisionContext.at(now));
        assertThat(decision).isInstanceOf(TicketDecision.Refused.class);
        return ((TicketDecision.Refused) decision).refusal();
    }
}

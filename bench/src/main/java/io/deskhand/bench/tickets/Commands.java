package io.deskhand.bench.tickets;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.Owner;

/** The commands of the benchmarks. */
final class Commands {

    static final Owner.Agent ANNA = agent("anna");
    static final String WORDS = "I ordered a tent two weeks ago and it has not come yet. Where is my parcel?";

    private static final Owner.Bot BOT = new Owner.Bot(new BotId("demo-store"), "Assistant");
    private static final int CAPACITY = 1_000_000;

    private Commands() {}

    static Owner.Agent agent(String id) {
        return new Owner.Agent(new AgentId(id), "Agent " + id);
    }

    static Command open(TicketId ticket) {
        CustomerId customer = new CustomerId("c-" + ticket);
        return new Command.Open(
                "open", ticket, customer, BOT, "Where is my parcel?", "en", new TeamId("general"), "Hello!");
    }

    /** @param number makes the message's serial, so it rises within a ticket */
    static Command customerSays(long number) {
        return customerSays(number, WORDS);
    }

    static Command customerSays(long number, String words) {
        return new Command.CustomerSays("%014d-000@bench:000".formatted(number), words);
    }

    static Command escalate() {
        return new Command.Escalate(
                "escalate",
                EscalationReason.ASKED,
                null,
                "",
                HandoffPacket.of(EscalationReason.ASKED, WORDS, "", ""),
                "");
    }

    static Command claim(Owner.Agent agent) {
        return new Command.Claim("claim:" + agent.id(), agent, CAPACITY);
    }

    static Command agentSays(long number) {
        return agentSays(number, WORDS);
    }

    static Command agentSays(long number, String words) {
        return new Command.AgentSays("say:" + number, ANNA, CAPACITY, words);
    }
}

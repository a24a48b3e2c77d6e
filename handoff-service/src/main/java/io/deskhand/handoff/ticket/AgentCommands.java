package io.deskhand.handoff.ticket;

import io.deskhand.handoff.agent.Agent;
import io.deskhand.service.problem.Problem;
import io.deskhand.service.problem.ProblemCode;
import io.deskhand.service.problem.Refusals;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.rules.AllowedActions;
import io.deskhand.ticketing.store.TicketQueries.Snapshot;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.view.AgentSnapshot;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Gives an agent's command to the store, counts it, and answers with the ticket as it then is. */
@Component
class AgentCommands {

    /** What an {@code Idempotency-Key} matches. */
    static final String KEY = "^[A-Za-z0-9._:-]{1,100}$";

    private static final Pattern KEY_PATTERN = Pattern.compile(KEY);

    private final Tickets tickets;
    private final AllowedActions actions;
    private final InstantSource clock;
    private final DeskMeters meters;

    AgentCommands(Tickets tickets, AllowedActions actions, Clock clock, DeskMeters meters) {
        this.tickets = tickets;
        this.actions = actions;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Runs a command that depends on the ticket as it is seen now.
     *
     * @param name of the command, in metrics and in problems: "unable to NAME the ticket"
     */
    AgentSnapshot run(TicketId id, Agent agent, String name, Function<Ticket, Command> command) {
        String operation = name + " the ticket";
        Ticket seen = tickets.find(id)
                .orElseThrow(() -> Refusals.unknownTicket(operation).exception());
        Tickets.Outcome outcome = tickets.execute(id, command.apply(seen));
        Refusals.done(name.equals("claim") ? meters.claim(outcome) : meters.counted(name, outcome), operation);
        return view(id, agent, operation);
    }

    /** The ticket as this agent sees it, with what they may do now. */
    AgentSnapshot view(TicketId id, Agent viewer, String operation) {
        Snapshot snapshot = snapshot(id, operation);
        Ticket ticket = snapshot.ticket();
        return AgentSnapshot.of(
                ticket,
                snapshot.entries(),
                actions.forAgent(ticket, viewer.asOwner(), viewer.supervisor(), clock.instant()));
    }

    Snapshot snapshot(TicketId id, String operation) {
        return tickets.snapshot(id)
                .orElseThrow(() -> Refusals.unknownTicket(operation).exception());
    }

    /** A command id for one try at one stay of the ticket with its owner: a reopened ticket can be claimed again. */
    static String once(String command, Agent agent, Ticket seen) {
        return command + ":" + agent.id() + ":" + seen.epoch();
    }

    /** A command id for one try at one revision. */
    static String atRevision(String command, Agent agent, Ticket seen) {
        return command + ":" + agent.id() + ":r" + seen.rev();
    }

    /** A command id from the key that a client repeats its request under. */
    static String keyed(String command, Agent agent, String key, String operation) {
        if (!KEY_PATTERN.matcher(key).matches()) {
            throw Problem.of(
                            ProblemCode.INVALID_REQUEST,
                            operation,
                            "Idempotency-Key has 1 to 100 letters, digits, dots, underscores, colons or hyphens")
                    .exception();
        }
        return command + ":" + agent.id() + ":" + key;
    }
}

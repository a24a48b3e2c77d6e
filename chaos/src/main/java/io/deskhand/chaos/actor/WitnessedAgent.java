package io.deskhand.chaos.actor;

import io.deskhand.chaos.check.Testimony.AgentSent;
import io.deskhand.chaos.check.Testimony.ClaimLost;
import io.deskhand.chaos.check.Testimony.ClaimWon;
import io.deskhand.client.AgentClient;
import io.deskhand.client.AgentClient.View;
import io.deskhand.client.AgentClient.Written;
import io.deskhand.client.DeskhandException;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.view.AgentSnapshot;
import io.deskhand.ticketing.view.AgentTicket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One agent's client, which reports to the witness what the service promised. */
final class WitnessedAgent {

    /** A refusal that comes with the work of others, or that an older service gives to what it does not know yet. */
    private static final Set<String> FORESEEN = Set.of("unknown_ticket", "not_found", "forbidden");

    private static final int NOT_SIGNED_IN = 401;
    private static final int CONFLICT = 409;

    private final String agent;
    private final AgentClient client;
    private final Witness witness;
    private boolean signedIn;
    private int said;

    WitnessedAgent(String agent, AgentClient client, Witness witness) {
        this.agent = agent;
        this.client = client;
        this.witness = witness;
    }

    void signIn(String password) {
        if (!signedIn) {
            signedIn = attempt(() -> client.signIn(agent, password)).isPresent();
        }
    }

    void heartbeat() {
        attempt(() -> {
            client.heartbeat();
            return true;
        });
    }

    List<AgentTicket> tickets(View view, Status status) {
        return attempt(() -> client.tickets(view)).orElse(List.of()).stream()
                .filter(ticket -> ticket.status() == status)
                .toList();
    }

    void claim(AgentTicket ticket) {
        attempt(
                        () -> client.claim(ticket.id()),
                        refusal -> refusal.winner()
                                .ifPresent(winner -> witness.lost(new ClaimLost(ticket.id(), agent, winner.id()))))
                .ifPresent(done -> owned(done.ticket()));
    }

    /** Writes to the customer; on a ticket that nobody owns that is a claim (I3). */
    void say(AgentTicket ticket) {
        String text = "This is " + agent + ", message " + ++said + ": I am looking into it.";
        long pos = 0;
        try {
            Optional<Written> written = attempt(() -> client.reply(ticket.id(), text, agent + "-" + said));
            if (written.isPresent()) {
                pos = written.get().entry().pos();
                owned(written.get().ticket());
            }
        } finally {
            witness.agentSent(new AgentSent(ticket.id(), agent, text, pos));
        }
    }

    /** Any other command. */
    void command(Function<AgentClient, AgentSnapshot> command) {
        attempt(() -> command.apply(client)).ifPresent(done -> owned(done.ticket()));
    }

    private void owned(AgentTicket ticket) {
        if (ticket.owner().id().equals(agent) && ticket.status() == Status.HUMAN) {
            witness.claimed(new ClaimWon(ticket.id(), agent, ticket.epoch()));
        }
    }

    private <T> Optional<T> attempt(Supplier<T> call) {
        return attempt(call, refusal -> {});
    }

    /** Empty when it was refused; a refusal that nobody foresees is a surprise. */
    private <T> Optional<T> attempt(Supplier<T> call, Consumer<DeskhandException> refused) {
        try {
            return Optional.of(call.get());
        } catch (DeskhandException e) {
            if (e.isUnavailable()) {
                throw e;
            }
            if (e.status() == NOT_SIGNED_IN) {
                signedIn = false;
            } else if (e.status() != CONFLICT && !FORESEEN.contains(e.code())) {
                witness.surprise(agent + " was answered " + e.getMessage());
            }
            refused.accept(e);
            return Optional.empty();
        }
    }
}

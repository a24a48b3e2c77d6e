package io.deskhand.chaos.actor;

import io.deskhand.client.AgentClient;
import io.deskhand.client.AgentClient.View;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.view.AgentSnapshot;
import io.deskhand.ticketing.view.AgentTicket;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** One agent at a dashboard. To teach agents something new, add a method and a line to the repertoire. */
final class AgentActor extends Actor {

    /** Longer than a lease of these runs: what the agent owns goes to others. */
    private static final Duration BREAK = Duration.ofSeconds(12);

    private final String password;
    private final List<String> colleagues;
    private final WitnessedAgent agent;
    private final Repertoire repertoire = new Repertoire()
            .with(32, this::claimFromInbox)
            .with(28, this::answer)
            .with(16, this::resolve)
            .with(6, this::writeToBotTicket)
            .with(3, this::claimBotTicket)
            .with(4, this::claimWhatIsTaken)
            .with(4, this::takeOffer)
            .with(2, this::release)
            .with(3, this::handBack)
            .with(2, this::transferToColleague)
            .with(1, this::transferToTeam)
            .with(1, this::takeOver)
            .with(1, this::reopen)
            .with(1, this::takeBreak);

    AgentActor(
            String id,
            String password,
            List<String> colleagues,
            WitnessedAgent agent,
            Witness witness,
            Ending ending,
            SplittableRandom random) {
        super(id, witness, ending, random, 100, 900);
        this.password = password;
        this.colleagues = List.copyOf(colleagues);
        this.agent = agent;
    }

    @Override
    void act() throws Exception {
        agent.signIn(password);
        agent.heartbeat();
        repertoire.any(random).play();
    }

    /** All agents look at the same short list, so they race. */
    private void claimFromInbox() {
        List<AgentTicket> inbox = agent.tickets(View.INBOX, Status.QUEUED);
        if (!inbox.isEmpty()) {
            agent.claim(inbox.get(random.nextInt(Math.min(2, inbox.size()))));
        }
    }

    private void claimBotTicket() {
        with(View.ALL, Status.BOT, agent::claim);
    }

    private void claimWhatIsTaken() {
        with(View.ALL, Status.HUMAN, agent::claim);
    }

    private void answer() {
        with(View.MINE, Status.HUMAN, agent::say);
    }

    private void writeToBotTicket() {
        with(View.ALL, Status.BOT, agent::say);
    }

    private void resolve() {
        order(View.MINE, Status.HUMAN, (client, id) -> client.resolve(id, random.nextBoolean()));
    }

    private void takeOffer() {
        order(
                View.MINE,
                Status.OFFERED,
                (client, id) -> random.nextInt(4) == 0 ? client.decline(id) : client.accept(id));
    }

    private void release() {
        order(View.MINE, Status.HUMAN, AgentClient::release);
    }

    private void handBack() {
        boolean continueNow = random.nextBoolean();
        order(View.MINE, Status.HUMAN, (client, id) -> client.handBack(id, "Nothing left for a person.", continueNow));
    }

    private void transferToColleague() {
        if (!colleagues.isEmpty()) {
            String to = colleagues.get(random.nextInt(colleagues.size()));
            order(View.MINE, Status.HUMAN, (client, id) -> client.transferToAgent(id, to, ""));
        }
    }

    private void transferToTeam() {
        order(View.MINE, Status.HUMAN, (client, id) -> client.transferToTeam(id, "general", ""));
    }

    /** Only a supervisor may; all others are refused. */
    private void takeOver() {
        order(View.ALL, Status.HUMAN, (client, id) -> client.takeOver(id, ""));
    }

    private void reopen() {
        order(View.ALL, Status.RESOLVED, AgentClient::reopen);
    }

    /** Sends no heartbeat for longer than the lease (I19). */
    private void takeBreak() throws InterruptedException {
        ending.comesWithin(BREAK);
    }

    private void order(View view, Status status, BiFunction<AgentClient, String, AgentSnapshot> command) {
        with(view, status, ticket -> agent.command(client -> command.apply(client, ticket.id())));
    }

    /** Runs the command on any such ticket, if there is one. */
    private void with(View view, Status status, Consumer<AgentTicket> deed) {
        List<AgentTicket> found = agent.tickets(view, status);
        if (!found.isEmpty()) {
            deed.accept(found.get(random.nextInt(found.size())));
        }
    }
}

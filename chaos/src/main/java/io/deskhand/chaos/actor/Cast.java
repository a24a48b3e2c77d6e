package io.deskhand.chaos.actor;

import io.deskhand.client.AgentClient;
import io.deskhand.client.ClientSettings;
import io.deskhand.client.CustomerClient;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** All actors, each on a thread of its own. */
public final class Cast implements AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(40);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int ATTEMPTS = 4;
    private static final int INTERNAL = 500;
    private static final int UNAVAILABLE = 503;

    private final Witness witness;
    private final Ending ending = new Ending();
    private final List<Thread> threads = new ArrayList<>();
    private final List<AutoCloseable> clients = new ArrayList<>();

    /**
     * Which actors there are, and where they connect.
     *
     * @param bots addresses of the customers' side
     * @param desks addresses of the agents' side
     * @param agents ids, which are also their names to sign in with
     */
    public record Casting(List<String> bots, List<String> desks, int customers, List<String> agents, String password) {}

    private Cast(Witness witness) {
        this.witness = witness;
    }

    /** Starts all actors. What each does follows from the random source; when, from how fast it is answered. */
    public static Cast start(Casting casting, Witness witness, SplittableRandom random) {
        Cast cast = new Cast(witness);
        for (int i = 0; i < casting.agents().size(); i++) {
            String id = casting.agents().get(i);
            AgentClient client = cast.closing(new AgentClient(settings(casting.desks(), i, witness)));
            WitnessedAgent agent = new WitnessedAgent(id, client, witness);
            List<String> colleagues =
                    casting.agents().stream().filter(other -> !other.equals(id)).toList();
            cast.play(
                    id,
                    new AgentActor(id, casting.password(), colleagues, agent, witness, cast.ending, random.split()));
        }
        for (int i = 0; i < casting.customers(); i++) {
            String name = "customer-" + (i + 1);
            CustomerClient client = cast.closing(new CustomerClient(settings(casting.bots(), i, witness)));
            cast.play(name, new CustomerActor(name, client, witness, cast.ending, random.split()));
        }
        return cast;
    }

    /**
     * Settings of a client that goes from instance to instance until one answers.
     *
     * @param first which instance to begin with
     */
    public static ClientSettings settings(List<String> urls, int first, Witness witness) {
        List<URI> instances = new ArrayList<>(urls.stream().map(URI::create).toList());
        Collections.rotate(instances, -first);
        return new ClientSettings(instances, CONNECT, PATIENCE, ATTEMPTS, failure -> {
            if (failure.status() >= INTERNAL && failure.status() != UNAVAILABLE) {
                witness.surprise(failure.toString());
            }
        });
    }

    private <T extends AutoCloseable> T closing(T client) {
        clients.add(client);
        return client;
    }

    private void play(String name, Runnable actor) {
        threads.add(Thread.ofPlatform().daemon().name(name).start(actor));
    }

    /** Lets all actors finish their current act; does not wait for it. */
    public void callTheEnd() {
        ending.come();
    }

    /** Waits until everybody has left. */
    public void awaitExit() throws InterruptedException {
        long deadline = System.nanoTime() + LAST_WORDS.toNanos();
        for (Thread thread : threads) {
            thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
    }

    @Override
    public void close() {
        ending.come();
        threads.forEach(Thread::interrupt);
        for (AutoCloseable client : clients) {
            try {
                client.close();
            } catch (Exception e) {
                witness.surprise("a client could not be closed: " + e);
            }
        }
    }
}

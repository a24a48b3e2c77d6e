package io.deskhand.chaos.actor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** All actors, each on a thread of its own. */
public final class Cast implements AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(40);

    private final Ending ending = new Ending();
    private final List<Thread> threads = new ArrayList<>();
    private final List<ServiceApi> clients = new ArrayList<>();

    /**
     * Who plays where.
     *
     * @param bots addresses of the customers' side
     * @param desks addresses of the agents' side
     * @param agents ids, which are also their names to sign in with
     */
    public record Casting(List<String> bots, List<String> desks, int customers, List<String> agents, String password) {}

    private Cast() {}

    /** Begins to play. What each does follows from the random source; when, from how fast it is answered. */
    public static Cast start(Casting casting, Witness witness, SplittableRandom random) {
        Cast cast = new Cast();
        for (int i = 0; i < casting.agents().size(); i++) {
            String id = casting.agents().get(i);
            ServiceApi api = cast.client(casting.desks(), i, witness);
            Desk desk = new Desk(id, api, witness);
            List<String> colleagues =
                    casting.agents().stream().filter(other -> !other.equals(id)).toList();
            cast.play(
                    id, new AgentActor(id, casting.password(), colleagues, desk, witness, cast.ending, random.split()));
        }
        for (int i = 0; i < casting.customers(); i++) {
            String name = "customer-" + (i + 1);
            ServiceApi api = cast.client(casting.bots(), i, witness);
            cast.play(name, new CustomerActor(name, api, witness, cast.ending, random.split()));
        }
        return cast;
    }

    private ServiceApi client(List<String> instances, int first, Witness witness) {
        ServiceApi api = new ServiceApi(instances, first, witness);
        clients.add(api);
        return api;
    }

    private void play(String name, Runnable actor) {
        threads.add(Thread.ofPlatform().daemon().name(name).start(actor));
    }

    /** Lets everybody finish what they are at; does not wait for it. */
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
        clients.forEach(ServiceApi::close);
    }
}

package io.deskhand.bench.tickets;

import io.deskhand.ably.local.AblyLocal;
import io.deskhand.ably.local.AblyLocalOptions;
import io.deskhand.bench.measure.Bench.Progress;
import io.deskhand.bench.measure.BenchServer;
import io.deskhand.bench.measure.NoPlan;
import io.deskhand.bench.measure.RoundTrip;
import io.deskhand.bench.measure.Row;
import io.deskhand.bench.measure.Samples;
import io.deskhand.client.AgentClient;
import io.deskhand.client.ClientSettings;
import io.deskhand.client.RealtimeAddress;
import io.deskhand.client.RoomConnection;
import io.deskhand.handoff.HandoffService;
import io.deskhand.redis.local.RedisLocal;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.view.RoomNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** Measures an agent's message from the API call until it is in the room, next to a message sent into a room directly. */
final class AgentSend {

    private static final int WARM_UP = 10_000;
    private static final int ROUNDS = 20;
    private static final int PER_ROUND = 100;
    private static final double GOAL = 2.5;
    private static final String PASSWORD = "deskhand";

    private final List<Double> answered = new ArrayList<>();
    private int sent;

    private AgentSend() {}

    static void run(List<Row> rows, Progress progress) throws Exception {
        progress.at("agent's messages: starting handoff-service");
        try (RedisLocal redis = RedisLocal.temporary();
                AblyLocal ably =
                        AblyLocal.start(AblyLocalOptions.defaults().withPort(0).withKey(BenchServer.KEY));
                ConfigurableApplicationContext service = service(redis.uri(), ably.port());
                Store store = new Store(redis.port());
                RoomConnection viewer =
                        RoomConnection.withKey(RealtimeAddress.local(ably.port()), BenchServer.KEY, "customer:bench")) {
            String base = "http://127.0.0.1:"
                    + service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            try (AgentClient agent = new AgentClient(ClientSettings.of(base))) {
                agent.signIn(Commands.ANNA.id().value(), PASSWORD);
                new AgentSend().measure(store, viewer, agent, rows, progress);
            }
        }
    }

    private static ConfigurableApplicationContext service(String redis, int realtimePort) {
        Map<String, Object> properties = Map.ofEntries(
                Map.entry("server.port", 0),
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("spring.data.redis.url", redis),
                Map.entry("deskhand.secret", "a-secret-of-the-benchmark-of-32-bytes"),
                Map.entry("deskhand.ably.key", BenchServer.KEY),
                Map.entry("deskhand.ably.host", "127.0.0.1"),
                Map.entry("deskhand.ably.port", realtimePort),
                Map.entry("deskhand.ably.tls", false),
                Map.entry("deskhand.ably.requests-per-second", NoPlan.REQUESTS_PER_SECOND),
                Map.entry("deskhand.agents[0].id", Commands.ANNA.id().value()),
                Map.entry("deskhand.agents[0].name", Commands.ANNA.name()),
                Map.entry("deskhand.agents[0].teams", "general"),
                Map.entry("deskhand.agents[0].password", "{noop}" + PASSWORD));
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return HandoffService.application().registerShutdownHook(false).run(arguments);
    }

    private void measure(Store store, RoomConnection viewer, AgentClient agent, List<Row> rows, Progress progress)
            throws Exception {
        TicketId id = new TicketId("talk");
        store.execute(id, Commands.open(id));
        Ticket ticket = store.execute(id, Commands.claim(Commands.ANNA));
        RoundTrip ours = new RoundTrip(() -> {
            long began = System.nanoTime();
            agent.reply(id.value(), Commands.WORDS, "key-" + sent++);
            answered.add((System.nanoTime() - began) / 1_000.0);
        });
        viewer.join(RoomNames.of(ticket), message -> {
            if (message.role() == Role.AGENT) {
                ours.arrived();
            }
        });
        RoundTrip bare = new RoundTrip(() -> viewer.send("bare", Commands.WORDS));
        viewer.join("bare", message -> bare.arrived());

        progress.at("agent's messages: warming up");
        ours.measure(WARM_UP, false);
        bare.measure(WARM_UP, false);
        answered.clear();
        progress.at("agent's messages: measuring, in turns");
        for (int round = 0; round < ROUNDS; round++) {
            ours.measure(PER_ROUND, true);
            bare.measure(PER_ROUND, true);
        }
        rows.add(Row.ratioAtMost(
                "agent sends → in the room / bare Chat send → receive", ours.samples(), "µs", bare.samples(), GOAL));
        rows.add(Row.beside(
                "agent sends → answered / bare Chat send → receive", new Samples(answered), "µs", bare.samples()));
    }
}

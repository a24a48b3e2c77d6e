package io.deskhand.bench.answer;

import io.deskhand.ably.local.AblyLocal;
import io.deskhand.ably.local.AblyLocalOptions;
import io.deskhand.bench.measure.BenchServer;
import io.deskhand.bench.measure.NoPlan;
import io.deskhand.bot.BotService;
import io.deskhand.client.RealtimeAddress;
import io.deskhand.client.RoomConnection;
import io.deskhand.redis.local.RedisLocal;
import io.deskhand.ticketing.store.Tickets;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** The customers' side: bot-service with the demo's bot, Redis, the realtime server, a model that answers at once, and a viewer of every room. */
final class AnswerStack implements AutoCloseable {

    static final Path PROMPTS = Path.of("prompts");
    static final String BOT = "demo-store";

    final ModelStub model = new ModelStub();
    final RoomConnection viewer;

    private final RedisLocal redis = RedisLocal.temporary();
    private final AblyLocal ably =
            AblyLocal.start(AblyLocalOptions.defaults().withPort(0).withKey(BenchServer.KEY));
    private final ConfigurableApplicationContext service;

    AnswerStack() throws Exception {
        Map<String, Object> properties = Map.ofEntries(
                Map.entry("server.port", 0),
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("spring.data.redis.url", redis.uri()),
                Map.entry("deskhand.secret", "a-secret-of-the-benchmark-of-32-bytes"),
                Map.entry("deskhand.ably.key", BenchServer.KEY),
                Map.entry("deskhand.ably.host", "127.0.0.1"),
                Map.entry("deskhand.ably.port", ably.port()),
                Map.entry("deskhand.ably.tls", false),
                Map.entry("deskhand.prompts", PROMPTS),
                Map.entry("deskhand.debounce", "0ms"),
                Map.entry("deskhand.ably.requests-per-second", NoPlan.REQUESTS_PER_SECOND),
                Map.entry("deskhand.llm.base-url", model.baseUrl()),
                Map.entry("deskhand.llm.api-key", "none"),
                Map.entry("deskhand.llm.model", "stub"));
        service = BotService.application()
                .registerShutdownHook(false)
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
        viewer = connection("customer:viewer");
    }

    Tickets tickets() {
        return service.getBean(Tickets.class);
    }

    /** A connection to the realtime server under this client id. */
    RoomConnection connection(String clientId) {
        return RoomConnection.withKey(RealtimeAddress.local(ably.port()), BenchServer.KEY, clientId);
    }

    @Override
    public void close() throws Exception {
        viewer.close();
        service.close();
        ably.close();
        redis.close();
        model.close();
    }
}

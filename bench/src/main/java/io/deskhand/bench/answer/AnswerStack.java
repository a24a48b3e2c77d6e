package io.deskhand.bench.answer;

import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.rest.AblyRest;
import io.ably.lib.types.ClientOptions;
import io.deskhand.ably.local.AblyLocal;
import io.deskhand.ably.local.AblyLocalOptions;
import io.deskhand.bench.AblyClient;
import io.deskhand.bench.NoPlan;
import io.deskhand.bot.BotService;
import io.deskhand.redis.local.RedisLocal;
import io.deskhand.ticketing.store.Tickets;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** All of the bot's side: bot-service with the demo's bot, Redis, the realtime server, and a model that takes no time; and somebody who sees every room. */
final class AnswerStack implements AutoCloseable {

    static final Path PROMPTS = Path.of("prompts");
    static final String BOT = "demo-store";

    private static final String KEY = "bench.key:secret-of-the-benchmark";

    final ModelStub model = new ModelStub();
    final AblyRealtime viewer;

    private final RedisLocal redis = RedisLocal.temporary();
    private final AblyLocal ably =
            AblyLocal.start(AblyLocalOptions.defaults().withPort(0).withKey(KEY));
    private final ConfigurableApplicationContext service;

    AnswerStack() throws Exception {
        Map<String, Object> properties = Map.ofEntries(
                Map.entry("server.port", 0),
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("spring.data.redis.url", redis.uri()),
                Map.entry("deskhand.secret", "a-secret-of-the-benchmark-of-32-bytes"),
                Map.entry("deskhand.ably.key", KEY),
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
        viewer = AblyClient.connect(ably.port(), KEY, "viewer");
    }

    Tickets tickets() {
        return service.getBean(Tickets.class);
    }

    /** Somebody who sends over REST. */
    AblyRest sender(String clientId) throws Exception {
        ClientOptions options = new ClientOptions(KEY);
        options.clientId = clientId;
        options.restHost = "127.0.0.1";
        options.port = ably.port();
        options.tls = false;
        options.fallbackHosts = new String[0];
        options.logLevel = io.ably.lib.util.Log.NONE;
        return new AblyRest(options);
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

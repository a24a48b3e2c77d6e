package io.deskhand.quickstart;

import io.deskhand.ably.local.AblyLocal;
import io.deskhand.ably.local.AblyLocalOptions;
import io.deskhand.bot.BotService;
import io.deskhand.handoff.HandoffService;
import io.deskhand.quickstart.shop.OrderApi;
import io.deskhand.quickstart.shop.ShopSignIn;
import io.deskhand.redis.local.RedisLocal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole product in this JVM: the embedded servers, and the two services on top. Closing it stops all, in reverse order. */
final class LocalStack implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LocalStack.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private String customerUrl = "";
    private String agentUrl = "";
    private String realtime = "";

    /**
     * What to start with.
     *
     * @param data folder for Redis and for secrets that survive a restart
     * @param ablyKey an Ably key; null starts the local server
     * @param redisUrl a Redis; null starts an embedded one
     */
    record Settings(
            Path data,
            Path prompts,
            int customerPort,
            int agentPort,
            int realtimePort,
            @Nullable String ablyKey,
            @Nullable String redisUrl) {}

    /** Receives each part that is about to start. */
    interface Progress {
        void starting(String part);
    }

    private LocalStack() {}

    private void startParts(Settings settings, Progress progress) {
        LocalSecrets secrets = LocalSecrets.in(settings.data());
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("deskhand.secret", secrets.signing());
        properties.put("deskhand.prompts", settings.prompts().toString());
        agent(properties, 0, "anna", "Anna", true);
        agent(properties, 1, "ben", "Ben", false);
        properties.put("spring.data.redis.url", redis(settings, progress));
        realtime = realtime(settings, secrets, properties, progress);

        orders(properties, progress);

        progress.starting("handoff-service");
        int agentPort = start(HandoffService.application(), properties, settings.agentPort());
        progress.starting("bot-service");
        // Shared with the demo's shop alone, whose backend stands beside its page.
        properties.put("deskhand.customers.identity-secrets[0]", secrets.identity());
        int customerPort =
                start(BotService.application().sources(ShopSignIn.class), properties, settings.customerPort());
        customerUrl = "http://127.0.0.1:" + customerPort;
        agentUrl = "http://127.0.0.1:" + agentPort;
    }

    /** Starts everything, or nothing: when a part fails, those that started before it are stopped. */
    static LocalStack start(Settings settings, Progress progress) {
        LocalStack stack = new LocalStack();
        try {
            stack.startParts(settings, progress);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** Agents of a laptop's own stack; it listens on the loopback interface alone. */
    private static void agent(Map<String, Object> properties, int number, String id, String name, boolean supervisor) {
        String prefix = "deskhand.agents[" + number + "].";
        properties.put(prefix + "id", id);
        properties.put(prefix + "name", name);
        properties.put(prefix + "teams", "general");
        properties.put(prefix + "capacity", 20);
        properties.put(prefix + "supervisor", supervisor);
        properties.put(prefix + "password", "{noop}" + Up.DEMO_PASSWORD);
    }

    private String redis(Settings settings, Progress progress) {
        if (settings.redisUrl() != null) {
            return settings.redisUrl();
        }
        progress.starting("Redis (embedded)");
        RedisLocal server = RedisLocal.start(settings.data().resolve("redis"), 0);
        parts.push(server);
        return server.uri();
    }

    private String realtime(
            Settings settings, LocalSecrets secrets, Map<String, Object> properties, Progress progress) {
        if (settings.ablyKey() != null) {
            properties.put("deskhand.ably.key", settings.ablyKey());
            return "Ably";
        }
        progress.starting("realtime server (local, speaks Ably)");
        AblyLocal server = AblyLocal.start(
                AblyLocalOptions.defaults().withPort(settings.realtimePort()).withKey(secrets.ablyKey()));
        parts.push(server);
        properties.put("deskhand.ably.key", secrets.ablyKey());
        properties.put("deskhand.ably.host", "127.0.0.1");
        properties.put("deskhand.ably.port", server.port());
        properties.put("deskhand.ably.tls", false);
        return "http://127.0.0.1:" + server.port();
    }

    /** The shop behind the demo bot's tools; allowed by name, as it is on the loopback interface. */
    private void orders(Map<String, Object> properties, Progress progress) {
        progress.starting("order API of the demo's shop");
        OrderApi orders = OrderApi.start(Clock.systemUTC());
        parts.push(orders);
        properties.put("DESKHAND_TOOL_ORDERS_URL", orders.url());
        properties.put("deskhand.tools.inside-origins[0]", orders.url());
    }

    private int start(SpringApplicationBuilder application, Map<String, Object> properties, int port) {
        Map<String, Object> own = new LinkedHashMap<>(properties);
        own.put("server.port", port);
        own.put("server.address", "127.0.0.1");
        String[] arguments = own.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        // Stopped by us, in order: hooks of their own would run all at once.
        ConfigurableApplicationContext context =
                application.registerShutdownHook(false).run(arguments);
        parts.push(context);
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    String customerUrl() {
        return customerUrl;
    }

    String agentUrl() {
        return agentUrl;
    }

    String realtime() {
        return realtime;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                log.warn("unable to stop {}; {}", part.getClass().getSimpleName(), e.getMessage());
            }
        }
    }
}

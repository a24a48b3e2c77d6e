package io.deskhand.chaos.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The configuration of a service as command line arguments: short leases and deadlines, so that one minute shows what takes many in production. */
record ServiceSettings(
        ChaosStack.Settings settings, String redisUri, String ablyKey, int realtimePort, String metricsToken) {

    List<String> arguments(int port) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", port);
        properties.put("server.address", "127.0.0.1");
        properties.put("spring.data.redis.url", redisUri);
        properties.put("deskhand.secret", "the-secret-of-a-chaos-run-is-no-secret");
        properties.put("deskhand.prompts", settings.prompts());
        properties.put("deskhand.ably.key", ablyKey);
        properties.put("deskhand.ably.host", "127.0.0.1");
        properties.put("deskhand.ably.port", realtimePort);
        properties.put("deskhand.ably.tls", false);
        properties.put("deskhand.lease", "6s");
        properties.put("deskhand.deadlines.bot", "10s");
        properties.put("deskhand.deadlines.queue", "10s");
        properties.put("deskhand.deadlines.agent", "15s");
        properties.put("deskhand.deadlines.customer", "60s");
        properties.put("deskhand.deadlines.offer", "5s");
        properties.put("deskhand.deadlines.lease", "8s");
        properties.put("deskhand.metrics.token", metricsToken);
        properties.put("deskhand.limits.anonymous", 1_000_000);
        properties.put("deskhand.limits.sign-ins", 1_000_000);
        for (int i = 0; i < settings.agents().size(); i++) {
            agent(properties, i, settings.agents().get(i));
        }
        List<String> arguments = new ArrayList<>();
        properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }

    private void agent(Map<String, Object> properties, int number, String id) {
        String prefix = "deskhand.agents[" + number + "].";
        properties.put(prefix + "id", id);
        properties.put(prefix + "name", id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1));
        properties.put(prefix + "teams", "general");
        properties.put(prefix + "capacity", settings.capacity());
        properties.put(prefix + "supervisor", number == 0);
        properties.put(prefix + "password", "{noop}" + ChaosStack.PASSWORD);
    }
}

package io.deskhand.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The modules of Deskhand: the package of each, and the modules that it may use. */
enum Modules {
    REDIS_LOCAL("redis-local", "io.deskhand.redis.local"),
    ABLY_LOCAL("ably-local", "io.deskhand.ably.local"),
    TICKETING("ticketing", "io.deskhand.ticketing"),
    REALTIME("realtime", "io.deskhand.realtime", TICKETING),
    BRAIN("brain", "io.deskhand.brain", TICKETING),
    SERVICE("service", "io.deskhand.service", TICKETING, REALTIME),
    BOT_SERVICE("bot-service", "io.deskhand.bot", TICKETING, REALTIME, BRAIN, SERVICE),
    HANDOFF_SERVICE("handoff-service", "io.deskhand.handoff", TICKETING, REALTIME, SERVICE),
    CLIENT("client", "io.deskhand.client", TICKETING),
    PROCESSES("processes", "io.deskhand.process", REDIS_LOCAL),
    AUTHORING("authoring", "io.deskhand.authoring", BRAIN),
    EVALS("evals", "io.deskhand.evals", TICKETING, BRAIN, AUTHORING),
    QUICKSTART(
            "quickstart",
            "io.deskhand.quickstart",
            ABLY_LOCAL,
            REDIS_LOCAL,
            TICKETING,
            SERVICE,
            BOT_SERVICE,
            HANDOFF_SERVICE,
            CLIENT,
            PROCESSES),
    BENCH(
            "bench",
            "io.deskhand.bench",
            TICKETING,
            REALTIME,
            BRAIN,
            SERVICE,
            BOT_SERVICE,
            HANDOFF_SERVICE,
            ABLY_LOCAL,
            REDIS_LOCAL,
            CLIENT,
            PROCESSES),
    CHAOS(
            "chaos",
            "io.deskhand.chaos",
            TICKETING,
            ABLY_LOCAL,
            REDIS_LOCAL,
            BOT_SERVICE,
            HANDOFF_SERVICE,
            CLIENT,
            PROCESSES);

    private final String artifact;
    private final String root;
    private final Set<Modules> uses;

    Modules(String artifact, String root, Modules... uses) {
        this.artifact = artifact;
        this.root = root;
        this.uses = Set.of(uses);
    }

    String artifact() {
        return artifact;
    }

    boolean mayUse(Modules other) {
        return other == this || uses.contains(other);
    }

    boolean has(JavaClass type) {
        return isIn(type.getPackageName(), root);
    }

    static Optional<Modules> of(JavaClass type) {
        return Arrays.stream(values()).filter(module -> module.has(type)).findFirst();
    }

    private static boolean isIn(String name, String root) {
        return name.equals(root) || name.startsWith(root + ".");
    }
}

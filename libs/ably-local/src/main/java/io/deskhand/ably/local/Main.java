package io.deskhand.ably.local;

import io.deskhand.ably.local.limits.AblyLimits;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of the stand-alone server, which runs until a signal stops it. */
@Command(
        name = "ably-local",
        mixinStandardHelpOptions = true,
        description = "An Ably-compatible server on this machine: realtime, REST and Chat on one port.")
final class Main implements Callable<Integer> {
    private static final int PORT_TAKEN = 2;

    /** The Ably plan whose rate limits apply. */
    enum Plan {
        OFF,
        FREE,
        STANDARD
    }

    @Option(names = "--port", defaultValue = "8082", description = "Port to listen on, 0 for any (default: 8082).")
    private int port = 8082;

    @Option(names = "--key", description = "API key, app.key:secret; may be repeated (default: app.key:secret).")
    private List<String> keys = List.of();

    @Option(
            names = "--limits",
            defaultValue = "OFF",
            description = "Rate limits of a plan: free, standard or off (default: off). Sizes are always limited.")
    private Plan plan = Plan.OFF;

    @Option(names = "--faults", description = "Serve /_local/faults, which breaks things on demand.")
    private boolean faults;

    private final PrintStream out;

    Main(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        // Otherwise msgpack-core uses sun.misc.Unsafe, and newer JDKs print warnings about it.
        System.setProperty("msgpack.universal-buffer", "true");
        int code = new CommandLine(new Main(System.out))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
        System.exit(code);
    }

    @Override
    public Integer call() throws InterruptedException {
        AblyLocalOptions options =
                AblyLocalOptions.defaults().withPort(port).withLimits(limits()).withFaultsEndpoint(faults);
        for (String key : keys) {
            options = options.withKey(key);
        }
        try (AblyLocal server = AblyLocal.start(options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "ably-local-shutdown"));
            out.print(Banner.of(server, plan.name().toLowerCase(Locale.ROOT), faults));
            out.flush();
            new CountDownLatch(1).await();
            return 0;
        } catch (UncheckedIOException | IllegalArgumentException e) {
            out.println(e.getMessage());
            return PORT_TAKEN;
        }
    }

    private AblyLimits limits() {
        return switch (plan) {
            case OFF -> AblyLimits.off();
            case FREE -> AblyLimits.free();
            case STANDARD -> AblyLimits.standard();
        };
    }
}

package io.deskhand.handoff;

import io.deskhand.ably.local.AblyLocal;
import io.deskhand.ably.local.AblyLocalOptions;
import io.deskhand.redis.local.RedisLocal;
import io.deskhand.service.identity.DeskhandTokens;
import io.deskhand.service.identity.TokenAudience;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.store.Tickets.Outcome;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The service as it runs, on a real port, with a real Redis and a real Ably-compatible server; one for all tests. */
final class DeskStack implements AutoCloseable {

    static final int RACERS = 50;
    static final String SECRET = "a secret of the tests, long enough";

    private final AtomicInteger ids = new AtomicInteger();
    final RedisLocal redis = RedisLocal.temporary();
    final AblyLocal ably = AblyLocal.start(AblyLocalOptions.defaults());
    final ServletWebServerApplicationContext service;

    DeskStack(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.data.redis.url=" + redis.uri(),
                "--deskhand.secret=" + SECRET,
                "--deskhand.ably.key=" + ably.key(),
                "--deskhand.ably.host=127.0.0.1",
                "--deskhand.ably.port=" + ably.port(),
                "--deskhand.ably.tls=false",
                "--deskhand.limits.anonymous=100000",
                "--deskhand.limits.sign-ins=1000",
                "--deskhand.metrics.token=the metrics token",
                "--deskhand.agents[0].id=anna",
                "--deskhand.agents[0].name=Anna",
                "--deskhand.agents[0].teams=general,returns",
                "--deskhand.agents[0].capacity=100",
                "--deskhand.agents[0].password={bcrypt}" + new BCryptPasswordEncoder(4).encode("anna"),
                "--deskhand.agents[1].id=ben",
                "--deskhand.agents[1].name=Ben",
                "--deskhand.agents[1].capacity=2",
                "--deskhand.agents[1].password={noop}ben"));
        for (int racer = 0; racer < RACERS; racer++) {
            String agent = "--deskhand.agents[" + (racer + 2) + "]";
            settings.add(agent + ".id=racer-" + racer);
            settings.add(agent + ".name=Racer " + racer);
            settings.add(agent + ".password={noop}racer");
        }
        // A later setting of the same name would be joined to the earlier one.
        for (String setting : more) {
            String name = setting.substring(0, setting.indexOf('=') + 1);
            settings.removeIf(earlier -> earlier.startsWith(name));
            settings.add(setting);
        }
        service = (ServletWebServerApplicationContext)
                HandoffService.application().run(settings.toArray(String[]::new));
    }

    Browser browser() {
        return new Browser(service.getWebServer().getPort());
    }

    /** A browser in which an agent is signed in. */
    Browser signedIn(String agent) {
        Browser browser = browser();
        browser.cookie("deskhand", token(TokenAudience.AGENT, agent, Duration.ofHours(1)));
        browser.get("/api/session");
        return browser;
    }

    String token(TokenAudience audience, String subject, Duration lasts) {
        return service.getBean(DeskhandTokens.class)
                .mint(audience, subject, subject, lasts)
                .token();
    }

    /** The one clock of the service. */
    Clock clock() {
        return service.getBean(Clock.class);
    }

    Tickets tickets() {
        return service.getBean(Tickets.class);
    }

    /** A ticket that the bot owns. */
    Ticket opened() {
        int number = ids.incrementAndGet();
        TicketId id = new TicketId("T" + number);
        return done(
                id,
                new Command.Open(
                        "open",
                        id,
                        new CustomerId("c_" + number),
                        new Owner.Bot(new BotId("demo-store"), "Fern"),
                        "Where is my parcel?",
                        "en",
                        new TeamId("general"),
                        "Hello"));
    }

    Ticket queued() {
        Ticket ticket = opened();
        return done(
                ticket.id(),
                new Command.Escalate(
                        "asked",
                        EscalationReason.ASKED,
                        null,
                        "",
                        HandoffPacket.of(EscalationReason.ASKED, "a parcel", "", ""),
                        ""));
    }

    Ticket says(Ticket ticket, String serial, String text) {
        return done(ticket.id(), new Command.CustomerSays(serial, text));
    }

    Ticket done(TicketId id, Command command) {
        return ((Outcome.Done) tickets().execute(id, command)).ticket();
    }

    @Override
    public void close() {
        service.close();
        ably.close();
        redis.close();
    }

    /** Gives every test that asks for it the one stack of this JVM. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == DeskStack.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(DeskStack.class, unused -> new DeskStack(), DeskStack.class);
        }
    }
}

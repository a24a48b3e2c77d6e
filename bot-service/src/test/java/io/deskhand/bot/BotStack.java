package io.deskhand.bot;

import io.deskhand.ably.local.AblyLocal;
import io.deskhand.ably.local.AblyLocalOptions;
import io.deskhand.bot.Caller.Answer;
import io.deskhand.redis.local.RedisLocal;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.store.Tickets.Outcome;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The service as it runs, on a real port, with a real Redis, a real Ably-compatible server and two small bots; one for all tests. */
final class BotStack implements AutoCloseable {

    static final String SECRET = "a secret of the tests, long enough";
    static final Owner.Agent ANNA = new Owner.Agent(new AgentId("anna"), "Anna");

    private final RedisLocal redis = RedisLocal.temporary();
    final AblyLocal ably = AblyLocal.start(AblyLocalOptions.defaults());
    final ServletWebServerApplicationContext service;

    BotStack(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.data.redis.url=" + redis.uri(),
                "--deskhand.secret=" + SECRET,
                "--deskhand.ably.key=" + ably.key(),
                "--deskhand.ably.host=127.0.0.1",
                "--deskhand.ably.port=" + ably.port(),
                "--deskhand.ably.tls=false",
                "--deskhand.prompts=src/test/resources/prompts",
                "--deskhand.llm.base-url=",
                "--deskhand.llm.api-key=",
                "--deskhand.limits.anonymous=100000",
                "--deskhand.widget.origins=https://shop.example,http://localhost:3000"));
        // A later setting of the same name would be joined to the earlier one.
        for (String setting : more) {
            String name = setting.substring(0, setting.indexOf('=') + 1);
            settings.removeIf(earlier -> earlier.startsWith(name));
            settings.add(setting);
        }
        service = (ServletWebServerApplicationContext) BotService.application().run(settings.toArray(String[]::new));
    }

    Caller anonymous() {
        return new Caller(service.getWebServer().getPort(), "");
    }

    Caller customer() {
        Answer answer = anonymous().post("/api/customers", "{}");
        return anonymous().with(answer.json().path("token").asString());
    }

    /** The one clock of the service. */
    Clock clock() {
        return service.getBean(Clock.class);
    }

    Tickets tickets() {
        return service.getBean(Tickets.class);
    }

    /** Opens a ticket with the test store. */
    TicketId open(Caller customer) {
        Answer answer = customer.post("/api/tickets", "{\"bot\":\"test-store\"}");
        return new TicketId(answer.json().at("/ticket/id").asString());
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
            return parameter.getParameter().getType() == BotStack.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(BotStack.class, unused -> new BotStack(), BotStack.class);
        }
    }
}

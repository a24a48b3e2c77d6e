package io.deskhand.bot;

import io.deskhand.bot.bots.BotProperties;
import io.deskhand.bot.bots.BotReload;
import io.deskhand.bot.bots.Bots;
import io.deskhand.bot.bots.BrainsAdapter;
import io.deskhand.bot.drill.ModelDrillEndpoint;
import io.deskhand.bot.spending.RedisSpending;
import io.deskhand.bot.turn.CustomerContexts;
import io.deskhand.bot.turn.PacketRefinements;
import io.deskhand.bot.turn.Turns;
import io.deskhand.brain.GuardListener;
import io.deskhand.brain.tool.ToolSettings;
import io.deskhand.brain.wiring.BrainParts;
import io.deskhand.brain.wiring.Brains;
import io.deskhand.realtime.InboxChannel;
import io.deskhand.realtime.LeasedTickets;
import io.deskhand.realtime.Rooms;
import io.deskhand.service.InstanceName;
import io.deskhand.service.Phase;
import io.deskhand.service.http.Pages;
import io.deskhand.ticketing.store.TicketEvents;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.store.Work;
import io.deskhand.ticketing.ticket.Side;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The bots, their turns in the rooms of the tickets that they own, and the customers' pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BotProperties.class)
class BotWiring {

    @Bean
    Pages pages() {
        return new Pages("demo", List.of("demo", "widget", "pages"));
    }

    @Bean
    Brains brains(BotProperties properties, StringRedisTemplate redis, MeterRegistry meters, Environment environment) {
        ToolSettings tools = ToolSettings.of(properties.tools().allowed(), environment::getProperty);
        GuardListener guards = (bot, rule) ->
                meters.counter("deskhand.bot.guards", "bot", bot, "rule", rule).increment();
        return Brains.serving(
                properties.llm().settings(),
                properties.prompts(),
                BrainParts.production().with(new RedisSpending(redis), guards),
                tools);
    }

    @Bean
    ModelDrillEndpoint modelDrillEndpoint(Brains brains) {
        return new ModelDrillEndpoint(brains);
    }

    @Bean
    PacketRefinements packetRefinements(Tickets tickets, Brains brains, MeterRegistry meters) {
        return new PacketRefinements(tickets, new BrainsAdapter(brains), meters);
    }

    @Bean(destroyMethod = "")
    BotReload botReload(Brains brains, BotProperties properties, Clock clock, MeterRegistry meters) {
        return new BotReload(brains, properties.reload(), clock, meters);
    }

    @Bean
    Phase reloadPhase(BotReload reload) {
        return Phase.ofServing(reload::start, reload::close);
    }

    /** Up whatever the files are like: the last good version is active. */
    @Bean
    HealthIndicator botsHealthIndicator(BotReload reload) {
        return () -> Health.up().withDetails(reload.details()).build();
    }

    @Bean
    Bots bots(Brains brains) {
        return new Bots(brains);
    }

    @Bean(destroyMethod = "")
    Turns turns(
            Tickets tickets,
            Brains brains,
            Clock clock,
            BotProperties properties,
            MeterRegistry meters,
            CustomerContexts contexts,
            PacketRefinements packets) {
        return new Turns(tickets, new BrainsAdapter(brains), contexts, clock, properties.debounce(), meters, packets);
    }

    @Bean(destroyMethod = "")
    LeasedTickets leasedTickets(
            InstanceName instance,
            Work work,
            Tickets tickets,
            TicketEvents events,
            Rooms rooms,
            InboxChannel inbox,
            Turns turns,
            MeterRegistry meters) {
        return new LeasedTickets(
                Side.BOT,
                instance.name(),
                work,
                tickets,
                events,
                rooms,
                inbox,
                turns,
                LeasedTickets.Options.DEFAULTS,
                meters);
    }

    @Bean
    Phase leasedTicketsPhase(LeasedTickets leases, Turns turns) {
        return Phase.ofServing(leases::start, () -> {
            leases.close();
            turns.close();
        });
    }
}

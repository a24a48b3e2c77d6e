package io.deskhand.bot.turn;

import io.deskhand.brain.Brain;
import io.deskhand.brain.Brains;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.Notice;
import io.deskhand.realtime.InboxChannel;
import io.deskhand.realtime.Rooms;
import io.deskhand.realtime.Serving;
import io.deskhand.service.Instance;
import io.deskhand.service.Phase;
import io.deskhand.ticketing.BotId;
import io.deskhand.ticketing.Side;
import io.deskhand.ticketing.TicketEvents;
import io.deskhand.ticketing.Tickets;
import io.deskhand.ticketing.Work;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Serves the tickets of the bots' side. */
@Configuration(proxyBeanMethods = false)
class TurnWiring {

    @Bean
    BotMinds botMinds(Brains brains) {
        return new BotMinds() {
            @Override
            public Brain brain(BotId bot) {
                return brains.brain(bot.value()).orElseThrow(() -> unknown(bot));
            }

            @Override
            public String transferNotice(BotId bot, String language) {
                Bot files = brains.bot(bot.value()).orElseThrow(() -> unknown(bot));
                return files.text(Notice.TRANSFER, language);
            }
        };
    }

    private static IllegalStateException unknown(BotId bot) {
        return new IllegalStateException("unable to find the bot " + bot + "; its folder is gone");
    }

    @Bean(destroyMethod = "")
    Turns turns(
            Tickets tickets,
            BotMinds minds,
            Clock clock,
            @Value("${deskhand.turn.debounce:250ms}") Duration debounce,
            MeterRegistry meters) {
        return new Turns(tickets, minds, clock, debounce, meters);
    }

    @Bean(destroyMethod = "")
    Serving serving(
            Instance instance,
            Work work,
            Tickets tickets,
            TicketEvents events,
            Rooms rooms,
            InboxChannel inbox,
            Turns turns,
            MeterRegistry meters) {
        return new Serving(
                Side.BOT,
                instance.name(),
                work,
                tickets,
                events,
                rooms,
                inbox,
                turns,
                Serving.Options.DEFAULTS,
                meters);
    }

    @Bean
    Phase servingPhase(Serving serving, Turns turns) {
        return Phase.ofServing(serving::start, () -> {
            serving.close();
            turns.close();
        });
    }
}

package io.deskhand.bot.turn;

import io.deskhand.brain.Brain;
import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.TurnRequest;
import io.deskhand.realtime.Guest;
import io.deskhand.realtime.LocalDesk;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.ticket.Side;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A desk of real parts, for each test a new one, at which a scripted bot takes its turns. */
abstract class ScriptedBot {

    LocalDesk desk;
    private Turns turns;

    @BeforeEach
    void start() {
        desk = new LocalDesk();
    }

    @AfterEach
    void stop() throws Exception {
        desk.close();
        if (turns != null) {
            turns.close();
        }
    }

    /** A mind with this brain and no topic that needs approval. */
    static class Mind implements BotMinds {

        private final Brain brain;

        Mind(Brain brain) {
            this.brain = brain;
        }

        @Override
        public Brain brain(BotId bot) {
            return brain;
        }

        @Override
        public Optional<String> approvalTopic(BotId bot, TurnRequest request) {
            return Optional.empty();
        }

        @Override
        public String transferNotice(BotId bot, String language) {
            return "Wait a moment.";
        }
    }

    void serve(BotMinds minds) {
        PacketRefinements packets = new PacketRefinements(desk.tickets, minds, desk.meters);
        turns = new Turns(
                desk.tickets,
                minds,
                ticket -> CustomerContext.ANONYMOUS,
                InstantSource.system(),
                Duration.ofMillis(20),
                desk.meters,
                packets);
        desk.leased(Side.BOT, "bot-1", turns);
    }

    Guest customer(Ticket ticket) throws Exception {
        return desk.customer(ticket);
    }

    List<LogEntry> log(Ticket ticket) {
        return desk.tickets.snapshot(ticket.id()).orElseThrow().entries();
    }
}

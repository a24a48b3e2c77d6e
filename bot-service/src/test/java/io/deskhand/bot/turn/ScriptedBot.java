package io.deskhand.bot.turn;

import io.deskhand.brain.Brain;
import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.TurnRequest;
import io.deskhand.realtime.Guest;
import io.deskhand.realtime.RealtimeStack;
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

/** Real parts, new for each test, with which a scripted bot takes its turns. */
abstract class ScriptedBot {

    RealtimeStack stack;
    private Turns turns;

    @BeforeEach
    void start() {
        stack = new RealtimeStack();
    }

    @AfterEach
    void stop() throws Exception {
        stack.close();
        if (turns != null) {
            turns.close();
        }
    }

    /** One brain for all bots, and no topic that needs approval. */
    static class OneBrain implements BotBrains {

        private final Brain brain;

        OneBrain(Brain brain) {
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

    void serve(BotBrains brains) {
        PacketRefinements packets = new PacketRefinements(stack.tickets, brains, stack.meters);
        turns = new Turns(
                stack.tickets,
                brains,
                ticket -> CustomerContext.ANONYMOUS,
                InstantSource.system(),
                Duration.ofMillis(20),
                stack.meters,
                packets);
        stack.leased(Side.BOT, "bot-1", turns);
    }

    Guest customer(Ticket ticket) throws Exception {
        return stack.customer(ticket);
    }

    List<LogEntry> log(Ticket ticket) {
        return stack.tickets.snapshot(ticket.id()).orElseThrow().entries();
    }
}

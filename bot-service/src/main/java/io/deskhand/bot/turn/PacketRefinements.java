package io.deskhand.bot.turn;

import io.deskhand.brain.PacketRefiner.Refined;
import io.deskhand.brain.TurnDecision.Packet;
import io.deskhand.brain.TurnDecision.Reason;
import io.deskhand.brain.TurnRequest;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.store.Tickets.Outcome;
import io.deskhand.ticketing.ticket.Ticket;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After an escalation, writes a better packet than the one that went into its commit, and adds it to the log.
 *
 * <p>Guarantees: at most one better packet for each escalation, none once people no longer have the ticket. At most {@value #AT_A_TIME} are written at a time; further ones
 * are left out. Non-guarantee: a crash or a failure leaves the first packet, which is complete in itself.
 */
public final class PacketRefinements {

    private static final Logger log = LoggerFactory.getLogger(PacketRefinements.class);
    private static final int AT_A_TIME = 8;

    private final Tickets tickets;
    private final BotMinds minds;
    private final MeterRegistry meters;
    private final Semaphore free = new Semaphore(AT_A_TIME);

    public PacketRefinements(Tickets tickets, BotMinds minds, MeterRegistry meters) {
        this.tickets = tickets;
        this.minds = minds;
        this.meters = meters;
    }

    /**
     * Begins and returns at once.
     *
     * @param escalated the ticket as the escalation left it
     * @param request what was said until then
     * @param first the packet of the escalation
     */
    public void after(Ticket escalated, TurnRequest request, Reason reason, Packet first) {
        if (!free.tryAcquire()) {
            count("left_out");
            return;
        }
        Thread.ofVirtual().name("packet-" + escalated.id()).start(() -> {
            try {
                count(refine(escalated, request, reason, first));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                count("failed");
                log.warn("unable to refine the packet of ticket {}; {}", escalated.id(), e.toString());
            } finally {
                free.release();
            }
        });
    }

    private String refine(Ticket escalated, TurnRequest request, Reason reason, Packet first)
            throws InterruptedException {
        Optional<Refined> refined = minds.refiner(escalated.bot().id()).refine(request, reason, first);
        if (refined.isEmpty()) {
            return "none";
        }
        BotDecision decision =
                BotDecisions.of(BotDecision.Outcome.REFINED, refined.get().trace());
        HandoffPacket packet = HandoffPackets.of(reason, refined.get().packet(), request.customerContext(), decision);
        Outcome outcome = tickets.execute(escalated.id(), new Command.RefinePacket(escalated.servingEpoch(), packet));
        return outcome instanceof Outcome.Refused ? "late" : "written";
    }

    private void count(String outcome) {
        meters.counter("deskhand.bot.packets.refined", "outcome", outcome).increment();
    }
}

package io.deskhand.bot.turn;

import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.TurnSink;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.store.Tickets.DraftOutcome;
import io.deskhand.ticketing.store.Tickets.Outcome;
import io.deskhand.ticketing.ticket.HumanReview;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TurnKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn of the bot: from the customer's message to the one command that ends it. Runs on a virtual thread; cutting it interrupts the thread.
 *
 * <p>Every text goes to the store first and may be refused there: the fence is at the write, not here (I1, I2). A store that cannot be reached is tried again until the turn
 * is cut; the command's id makes the repeat harmless (I10).
 */
final class BotTurn implements TurnSink {

    private static final Logger log = LoggerFactory.getLogger(BotTurn.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Ticket ticket;
    private final Tickets tickets;
    private final BotMinds minds;
    private final CustomerContexts contexts;
    private final InstantSource clock;
    private final TurnMetrics metrics;
    private final PacketRefinements packets;
    private final Thread thread;
    private final StringBuilder shown = new StringBuilder();
    private volatile boolean cut;
    private volatile boolean fenced;
    private volatile boolean review;
    private boolean committed;

    BotTurn(
            Ticket ticket,
            Tickets tickets,
            BotMinds minds,
            CustomerContexts contexts,
            InstantSource clock,
            TurnMetrics metrics,
            PacketRefinements packets,
            Consumer<BotTurn> finished) {
        this.ticket = ticket;
        this.tickets = tickets;
        this.minds = minds;
        this.contexts = contexts;
        this.clock = clock;
        this.metrics = metrics;
        this.packets = packets;
        this.thread = Thread.ofVirtual().name("turn-" + ticket.id()).unstarted(() -> {
            try {
                run();
            } catch (InterruptedException e) {
                log.debug("the turn in ticket {} was cut", ticket.id());
            } finally {
                finished.accept(this);
            }
            measureSilence();
        });
    }

    /** If it was a claim that ended the turn: how long that took. */
    private void measureSilence() {
        boolean interrupted = Thread.interrupted(); // the store can be asked again
        if (!interrupted && !fenced && !cut) {
            return;
        }
        Instant ended = clock.instant();
        try {
            tickets.find(ticket.id())
                    .filter(now -> now.owner() instanceof Owner.Agent && now.epoch() == ticket.epoch() + 1)
                    .map(now -> now.times().claimedAt())
                    .ifPresent(claimed -> metrics.silent(Duration.between(claimed, ended)));
        } catch (RuntimeException e) {
            log.debug("unable to measure the silence after a claim in ticket {}; {}", ticket.id(), e.getMessage());
        }
    }

    void start() {
        thread.start();
    }

    synchronized void cut() {
        cut = true;
        thread.interrupt();
    }

    /** Cuts the turn if nothing of it has been shown yet, nor is about to be (G18). */
    synchronized boolean cutUnlessShown() {
        if (committed) {
            return false;
        }
        cut();
        return true;
    }

    /** From now on new guidance no longer cuts the turn; returns false if it is cut already. */
    private synchronized boolean commits() {
        committed = true;
        return !cut;
    }

    /** Whether this turn is still the one that the ticket needs: same epoch, same message, same approval. */
    boolean answers(Ticket now) {
        return now.epoch() == ticket.epoch()
                && now.customerPos() == ticket.customerPos()
                && now.review().approval() == ticket.review().approval();
    }

    /** Whether it knows all guidance given so far. */
    boolean knows(HumanReview now) {
        return now.guidanceGiven() <= ticket.review().guidanceGiven();
    }

    private void run() throws InterruptedException {
        while (true) {
            try {
                answer();
                return;
            } catch (RuntimeException e) {
                if (cut) {
                    throw new InterruptedException("cut");
                }
                metrics.retried();
                log.warn("unable to answer in ticket {}, trying again; {}", ticket.id(), e.toString());
                shown.setLength(0);
                TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
            }
        }
    }

    private void answer() throws InterruptedException {
        Tickets.Snapshot snapshot = tickets.snapshot(ticket.id()).orElseThrow();
        if (snapshot.ticket().epoch() != ticket.epoch() || !snapshot.ticket().botOwes()) {
            // It has had another owner meanwhile, was answered, or waits for a colleague: nothing of this turn would be
            // taken.
            return;
        }
        Instant began = clock.instant();
        Ticket known = snapshot.ticket();
        TurnRequest request = new TurnRequest(
                        ticket.id().value(),
                        ticket.customerPos(),
                        DialogueHistory.of(snapshot),
                        ticket.language(),
                        began)
                .withCustomer(ticket.customer().value())
                .withGivenBack(DialogueHistory.isGivenBack(snapshot))
                .withGuidance(AgentGuidance.of(snapshot))
                .withCustomerContext(contexts.of(known))
                .withPending(UnconfirmedCall.in(snapshot));
        review = known.review().approval()
                || minds.approvalTopic(ticket.bot().id(), request).isPresent();
        TurnDecision decision = minds.brain(ticket.bot().id()).answer(request, this);
        if (!commits()) {
            throw new InterruptedException("cut");
        }
        if (fenced) {
            // The fence refused part of it, so the rest is no answer.
            return;
        }
        TurnKey key =
                new TurnKey(ticket.epoch(), ticket.customerPos(), known.review().guidanceGiven());
        String notice = minds.transferNotice(ticket.bot().id(), ticket.language());
        Outcome outcome = tickets.execute(
                ticket.id(), TurnOutcome.command(key, decision, review, notice, request.customerContext()));
        metrics.decided(decision, Duration.between(began, clock.instant()));
        if (outcome instanceof Outcome.Refused refused) {
            fenced = true;
            metrics.refused("final");
            log.debug("the last word in ticket {} was refused: {}", ticket.id(), refused.refusal());
        }
        if (outcome instanceof Outcome.Done done && done.now() && decision instanceof TurnDecision.Escalate escalate) {
            packets.after(done.ticket(), request, escalate.reason(), escalate.packet());
        }
    }

    /** Stops most actions of a turn that is over; idempotency keys cover the rest (docs/tools.md). */
    @Override
    public boolean mayAct() {
        try {
            return !cut && tickets.find(ticket.id()).filter(this::answers).isPresent();
        } catch (RuntimeException e) {
            if (cut) {
                return false; // the interrupt hit the call to the store
            }
            throw e;
        }
    }

    @Override
    public boolean text(String delta) {
        if (review) {
            return !cut;
        }
        if (!commits()) {
            return false;
        }
        shown.append(delta);
        DraftOutcome outcome;
        try {
            outcome = tickets.draft(ticket, ticket.customerPos(), shown.toString());
        } catch (RuntimeException e) {
            if (cut) {
                // The interrupt hit the call to the store; the fence decides whether the write counts.
                return false;
            }
            throw e;
        }
        if (outcome instanceof DraftOutcome.Refused) {
            fenced = true;
            metrics.refused("draft");
            return false;
        }
        return true;
    }
}

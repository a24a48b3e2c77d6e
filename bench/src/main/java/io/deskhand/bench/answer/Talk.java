package io.deskhand.bench.answer;

import io.deskhand.client.DeliveredMessage;
import io.deskhand.client.Room;
import io.deskhand.client.RoomConnection;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.store.Tickets.Outcome;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.view.RoomNames;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A customer in the room of their ticket, with the bot present. */
final class Talk implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final RoomConnection customer;
    private final String name;
    private final Room room;
    private volatile Asked asked = new Asked();

    /** Progress of the answer to one question. */
    private static final class Asked {

        final CountDownLatch first = new CountDownLatch(1);
        final CountDownLatch last = new CountDownLatch(1);
        volatile long firstAt;

        void sees(DeliveredMessage message) {
            if (first.getCount() > 0 && !message.text().isBlank()) {
                firstAt = System.nanoTime();
                first.countDown();
            }
            if (message.state() == State.FINAL) {
                last.countDown();
            }
        }
    }

    /** Opens a ticket; returns when the bot is in its room. */
    Talk(AnswerStack stack, String ticketName) throws Exception {
        CustomerId id = new CustomerId("c-" + ticketName);
        this.customer = stack.connection("customer:" + id);
        Command open = new Command.Open(
                "open",
                new TicketId(ticketName),
                id,
                new Owner.Bot(new BotId(AnswerStack.BOT), "Fern"),
                "",
                "en",
                new TeamId("general"),
                "");
        if (!(stack.tickets().execute(new TicketId(ticketName), open)
                instanceof Outcome.Done(Ticket ticket, var entries, var repeated))) {
            throw new IllegalStateException("unable to measure; no ticket was opened");
        }
        this.name = RoomNames.of(ticket);
        this.room = stack.viewer.join(name, this::received);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (room.members().stream().noneMatch(member -> member.startsWith("bot:"))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("unable to measure; the bot did not come");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    private void received(DeliveredMessage message) {
        if (message.role() == Role.BOT) {
            asked.sees(message);
        }
    }

    /**
     * Asks, and waits for the whole answer.
     *
     * @return milliseconds from the send to the first words of the bot
     */
    double ask(String question) throws Exception {
        Asked now = new Asked();
        asked = now;
        long began = System.nanoTime();
        customer.send(name, question);
        await(now.first, "no answer began");
        await(now.last, "no answer ended");
        return (now.firstAt - began) / 1e6;
    }

    private static void await(CountDownLatch latch, String otherwise) throws InterruptedException {
        if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("unable to measure; " + otherwise + " in " + PATIENCE_SECONDS + " s");
        }
    }

    @Override
    public void close() {
        room.close();
        customer.close();
    }
}

package io.deskhand.bench.answer;

import com.google.gson.JsonObject;
import io.ably.lib.http.HttpUtils;
import io.ably.lib.realtime.Channel;
import io.ably.lib.rest.AblyRest;
import io.ably.lib.types.HttpPaginatedResponse;
import io.ably.lib.types.Message;
import io.deskhand.bench.AblyClient;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.store.Tickets.Outcome;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.view.RoomNames;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A customer in the room of their ticket, for whom the bot is there. */
final class Talk implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final AnswerStack stack;
    private final AblyRest customer;
    private final String room;
    private final Channel channel;
    private volatile Asked asked = new Asked();

    /** What is seen of the answer to one question. */
    private static final class Asked {

        final CountDownLatch first = new CountDownLatch(1);
        final CountDownLatch last = new CountDownLatch(1);
        volatile long firstAt;

        void sees(String text, String state) {
            if (first.getCount() > 0 && !text.isBlank()) {
                firstAt = System.nanoTime();
                first.countDown();
            }
            if (state.equals("FINAL")) {
                last.countDown();
            }
        }
    }

    /** Opens a ticket; returns when the bot is in its room. */
    Talk(AnswerStack stack, String name) throws Exception {
        this.stack = stack;
        CustomerId id = new CustomerId("c-" + name);
        this.customer = stack.sender("customer:" + id);
        Command open = new Command.Open(
                "open",
                new TicketId(name),
                id,
                new Owner.Bot(new BotId(AnswerStack.BOT), "Fern"),
                "",
                "en",
                new TeamId("general"),
                "");
        if (!(stack.tickets().execute(new TicketId(name), open)
                instanceof Outcome.Done(Ticket ticket, var entries, var repeated))) {
            throw new IllegalStateException("unable to measure; no ticket was opened");
        }
        this.room = RoomNames.of(ticket);
        this.channel = stack.viewer.channels.get(room + "::$chat");
        channel.subscribe("chat.message", this::received);
        AblyClient.attach(channel);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (Arrays.stream(channel.presence.get(true)).noneMatch(member -> member.clientId.startsWith("bot:"))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("unable to measure; the bot did not come");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    private void received(Message message) {
        if (message.clientId.startsWith("bot:") && message.data instanceof JsonObject data) {
            JsonObject headers = message.extras.asJsonObject().getAsJsonObject("headers");
            asked.sees(data.get("text").getAsString(), headers.get("state").getAsString());
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
        send(customer, room, question);
        await(now.first, "no answer began");
        await(now.last, "no answer ended");
        return (now.firstAt - began) / 1e6;
    }

    /** A bare Chat send over REST. */
    static void send(AblyRest sender, String room, String text) throws Exception {
        JsonObject body = new JsonObject();
        body.addProperty("text", text);
        HttpPaginatedResponse answer = sender.request(
                "POST",
                "/chat/v4/rooms/" + HttpUtils.encodeURIComponent(room) + "/messages",
                null,
                HttpUtils.requestBodyFromGson(body, false),
                null);
        if (!answer.success) {
            throw new IllegalStateException("unable to send; " + answer.errorMessage);
        }
    }

    private static void await(CountDownLatch latch, String otherwise) throws InterruptedException {
        if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("unable to measure; " + otherwise + " in " + PATIENCE_SECONDS + " s");
        }
    }

    @Override
    public void close() throws Exception {
        stack.viewer.channels.release(room + "::$chat");
    }
}

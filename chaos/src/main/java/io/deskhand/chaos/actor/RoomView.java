package io.deskhand.chaos.actor;

import io.deskhand.client.DeliveredMessage;
import io.deskhand.client.Room;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a customer notices in their room: that the bot begins to answer, and that the system says something. */
final class RoomView implements Room.Listener {

    private int botTexts;
    private @Nullable String newestBot;
    private boolean ownerChanged;

    @Override
    public synchronized void received(DeliveredMessage message) {
        if (message.role() == Role.BOT && !message.serial().equals(newestBot)) {
            newestBot = message.serial();
            botTexts++;
            notifyAll();
        }
        if (message.role() == Role.SYSTEM) {
            ownerChanged = true;
        }
    }

    /** Whether the system has said something since the last question: then the ticket may have a new owner. */
    synchronized boolean ownerMayHaveChanged() {
        boolean changed = ownerChanged;
        ownerChanged = false;
        return changed;
    }

    /** How many bot messages have begun so far. */
    synchronized int botTexts() {
        return botTexts;
    }

    /** Waits until a bot message has begun that was not there before. */
    synchronized boolean awaitBotText(int before, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (botTexts <= before) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}

package io.deskhand.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A room that is followed, and everything that it delivered, in the order of its arrival.
 *
 * <p>It grows with the room and is for programs that wait for answers, such as tests and scripts. A program that runs for long uses a {@link Room.Listener} of its own.
 */
public final class RoomTranscript implements Room.Listener, AutoCloseable {

    private final List<DeliveredMessage> messages = new ArrayList<>();
    private @Nullable Room room;

    private RoomTranscript() {}

    static RoomTranscript joined(Function<Room.Listener, Room> join) {
        RoomTranscript transcript = new RoomTranscript();
        transcript.room = join.apply(transcript);
        return transcript;
    }

    public Room room() {
        if (room == null) {
            throw new IllegalStateException("the room is not joined yet");
        }
        return room;
    }

    @Override
    public synchronized void received(DeliveredMessage message) {
        messages.add(message);
        notifyAll();
    }

    /** Every version of every message so far. */
    public synchronized List<DeliveredMessage> messages() {
        return List.copyOf(messages);
    }

    /** How many versions of messages have arrived so far. */
    public synchronized int size() {
        return messages.size();
    }

    /** Returns the first message that fits, now or within this time. */
    public DeliveredMessage await(Duration patience, Predicate<DeliveredMessage> wanted) throws InterruptedException {
        return await(patience, 0, wanted);
    }

    /**
     * As {@link #await(Duration, Predicate)}, without the first {@code after} deliveries.
     *
     * @throws DeskhandException with {@link DeskhandException#NO_ANSWER} if none came
     */
    public synchronized DeliveredMessage await(Duration patience, int after, Predicate<DeliveredMessage> wanted)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<DeliveredMessage> found =
                    messages.stream().skip(after).filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new DeskhandException(
                        0,
                        DeskhandException.NO_ANSWER,
                        "no such message in " + patience.toSeconds() + " s; received: " + messages);
            }
            wait(left);
        }
    }

    @Override
    public void close() {
        room().close();
    }
}

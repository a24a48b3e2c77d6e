package io.deskhand.ticketing.redis;

import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.store.TicketEvents;
import io.deskhand.ticketing.ticket.Status;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.springframework.data.redis.connection.MessageListener;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/** {@link TicketEvents} over Redis pub/sub, published by {@code commit.lua}. */
public final class RedisTicketEvents implements TicketEvents {

    private final RedisMessageListenerContainer container;

    /** @param container started and stopped by its owner */
    public RedisTicketEvents(RedisMessageListenerContainer container) {
        this.container = container;
    }

    @Override
    public Subscription subscribe(Consumer<TicketEvent> listener) {
        MessageListener adapter = (message, pattern) -> listener.accept(parse(message.getBody()));
        container.addMessageListener(adapter, ChannelTopic.of(Plan.EVENTS));
        return () -> container.removeMessageListener(adapter);
    }

    private static TicketEvent parse(byte[] body) {
        String[] parts = new String(body, StandardCharsets.UTF_8).split(" ");
        return new TicketEvent(
                new TicketId(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), Status.valueOf(parts[3]));
    }
}

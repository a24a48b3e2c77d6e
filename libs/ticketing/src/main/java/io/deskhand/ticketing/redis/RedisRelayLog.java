package io.deskhand.ticketing.redis;

import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.store.RelayLog;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** {@link RelayLog} in Redis: one script, one round trip a step. */
public final class RedisRelayLog implements RelayLog {

    private static final RedisScript<List> RELAY = Scripts.load("relay.lua");

    private final StringRedisTemplate redis;
    private final InstantSource clock;
    private final EntryJson json = new EntryJson();

    public RedisRelayLog(StringRedisTemplate redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    @Override
    public Step take(TicketId ticket, String holder, Duration lasts) {
        return step(ticket, holder, lasts, List.of("take"));
    }

    @Override
    public Step done(TicketId ticket, String holder, Duration lasts, ToPublish published, long seq, String serial) {
        String pos = String.valueOf(published.entry().pos());
        return step(ticket, holder, lasts, List.of("done", pos, String.valueOf(seq), serial, published.repair()));
    }

    @Override
    public List<TicketId> waiting(Duration longerThan, int limit) {
        long until = clock.instant().minus(longerThan).toEpochMilli();
        Set<String> ids = redis.opsForZSet().rangeByScore(Keys.UNPUBLISHED, 0, until, 0, limit);
        return ids == null ? List.of() : ids.stream().map(TicketId::new).toList();
    }

    private Step step(TicketId ticket, String holder, Duration lasts, List<String> step) {
        List<String> args = new ArrayList<>();
        args.add(holder);
        args.add(String.valueOf(clock.millis()));
        args.add(String.valueOf(lasts.toMillis()));
        args.add(ticket.value());
        args.addAll(step);
        List<?> answer = Objects.requireNonNull(
                redis.execute(RELAY, List.of(Keys.ticket(ticket), Keys.log(ticket), Keys.UNPUBLISHED), args.toArray()),
                "a script always answers");
        return switch (String.valueOf(answer.getFirst())) {
            case "PUBLISH" -> new Step.Publish(toPublish(answer));
            case "BUSY" -> new Step.Busy();
            case "LOST" -> new Step.Lost();
            default -> new Step.Nothing();
        };
    }

    private ToPublish toPublish(List<?> answer) {
        String serial = String.valueOf(answer.get(6));
        return new ToPublish(
                json.entry(
                        Long.parseLong(String.valueOf(answer.get(1))),
                        String.valueOf(answer.get(2)),
                        String.valueOf(answer.get(3)),
                        String.valueOf(answer.get(4)),
                        Long.parseLong(String.valueOf(answer.get(5))),
                        serial.isEmpty() ? null : serial),
                String.valueOf(answer.get(7)));
    }
}

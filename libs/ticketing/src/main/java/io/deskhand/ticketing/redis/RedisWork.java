package io.deskhand.ticketing.redis;

import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.store.Work;
import io.deskhand.ticketing.ticket.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** {@link Work} as a Redis stream a side with one consumer group: the group's pending entries are the leases. */
public final class RedisWork implements Work {

    private static final RedisScript<List> WORK = Scripts.load("work.lua");

    private final StringRedisTemplate redis;
    private final Duration lease;

    /** @param lease how long an item stays with a holder that does not renew it */
    public RedisWork(StringRedisTemplate redis, Duration lease) {
        this.redis = redis;
        this.lease = lease;
    }

    @Override
    public List<Item> take(Side side, String holder, int max) {
        List<?> rows = run(side, "take", holder, String.valueOf(lease.toMillis()), String.valueOf(max));
        List<Item> items = new ArrayList<>();
        for (Object row : rows) {
            List<?> item = (List<?>) row;
            items.add(new Item(
                    new TicketId(String.valueOf(item.get(1))),
                    Long.parseLong(String.valueOf(item.get(2))),
                    String.valueOf(item.get(0))));
        }
        return items;
    }

    @Override
    public Set<String> keep(Side side, String holder, Collection<Item> items) {
        return items.isEmpty()
                ? Set.of()
                : run(side, args("keep", holder, items)).stream()
                        .map(String::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void finish(Side side, Collection<Item> items) {
        if (!items.isEmpty()) {
            run(side, args("finish", "", items));
        }
    }

    @Override
    public void release(Side side, Collection<Item> items) {
        if (!items.isEmpty()) {
            run(side, args("release", String.valueOf(lease.toMillis()), items));
        }
    }

    private static Object[] args(String step, String second, Collection<Item> items) {
        List<String> args = new ArrayList<>(List.of(step, second));
        items.forEach(item -> args.add(item.lease()));
        return args.toArray();
    }

    private List<?> run(Side side, Object... args) {
        @Nullable List<?> answer = redis.execute(WORK, List.of(Keys.work(side)), args);
        return answer == null ? List.of() : answer;
    }
}

package io.deskhand.ticketing.redis;

import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.store.AgentLeases;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisZSetCommands.ZAddArgs;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** {@link AgentLeases} in Redis: sorted sets of agents by the end of their lease, one of all and one a team. */
public final class RedisAgentLeases implements AgentLeases {

    private final StringRedisTemplate redis;
    private final InstantSource clock;
    private final Duration lease;

    /** @param lease how long an agent counts as present after a heartbeat */
    public RedisAgentLeases(StringRedisTemplate redis, InstantSource clock, Duration lease) {
        this.redis = redis;
        this.clock = clock;
        this.lease = lease;
    }

    @Override
    public void keep(AgentId agent, Collection<TeamId> teams, int capacity) {
        double until = clock.instant().plus(lease).toEpochMilli();
        redis.opsForHash().put(Keys.CAPACITIES, agent.value(), String.valueOf(capacity));
        add(Keys.AGENTS, agent, until, ZAddArgs.empty().gt());
        teams.forEach(
                team -> add(Keys.agentsOf(team), agent, until, ZAddArgs.empty().gt()));
        if (!teams.isEmpty()) {
            redis.opsForSet().add(Keys.TEAMS, teams.stream().map(TeamId::value).toArray(String[]::new));
        }
    }

    @Override
    public void shorten(AgentId agent, Duration left) {
        double until = clock.instant().plus(left).toEpochMilli();
        ZAddArgs onlyEarlier = ZAddArgs.empty().xx().lt();
        add(Keys.AGENTS, agent, until, onlyEarlier);
        teams().forEach(team -> add(Keys.agentsOf(team), agent, until, onlyEarlier));
    }

    @Override
    public Set<AgentId> here() {
        return ids(redis.opsForZSet().rangeByScore(Keys.AGENTS, clock.instant().toEpochMilli() + 1.0, Double.MAX_VALUE))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<AgentId> gone(Instant by) {
        return ids(redis.opsForZSet().rangeByScore(Keys.AGENTS, 0, by.toEpochMilli()))
                .toList();
    }

    @Override
    public void forget(Instant by) {
        redis.opsForZSet().removeRangeByScore(Keys.AGENTS, 0, by.toEpochMilli());
        teams().forEach(team -> redis.opsForZSet().removeRangeByScore(Keys.agentsOf(team), 0, by.toEpochMilli()));
    }

    private void add(String key, AgentId agent, double until, ZAddArgs args) {
        RedisCallback<@Nullable Boolean> call = (RedisConnection connection) ->
                connection.zSetCommands().zAdd(bytes(key), until, bytes(agent.value()), args);
        redis.execute(call);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Collection<TeamId> teams() {
        Set<String> teams = redis.opsForSet().members(Keys.TEAMS);
        return teams == null ? List.of() : teams.stream().map(TeamId::new).toList();
    }

    private static Stream<AgentId> ids(@Nullable Set<String> ids) {
        return ids == null ? Stream.empty() : ids.stream().map(AgentId::new);
    }
}

package io.deskhand.ticketing.story;

import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.store.AgentLeases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link AgentLeases} with nothing but maps under them. */
final class PureLeases implements AgentLeases {

    private final InstantSource clock;
    private final Duration lease;
    private final Map<AgentId, Instant> leases = new HashMap<>();
    private final Map<AgentId, Instant> ofTheTeam = new HashMap<>();
    private final Map<AgentId, Integer> capacities = new HashMap<>();

    PureLeases(InstantSource clock, Duration lease) {
        this.clock = clock;
        this.lease = lease;
    }

    /** Whether somebody of the one team is there. */
    boolean anybodyHere(Instant now) {
        return ofTheTeam.values().stream().anyMatch(now::isBefore);
    }

    boolean isHere(AgentId agent, Instant now) {
        return now.isBefore(leases.getOrDefault(agent, Instant.EPOCH));
    }

    /** Null for an agent who never sent a heartbeat of their own. */
    Integer capacity(AgentId agent) {
        return capacities.get(agent);
    }

    void acts(AgentId agent, Instant now) {
        leases.merge(agent, now.plus(lease), PureLeases::later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public void keep(AgentId agent, Collection<TeamId> teams, int capacity) {
        Instant until = clock.instant().plus(lease);
        capacities.put(agent, capacity);
        leases.merge(agent, until, PureLeases::later);
        ofTheTeam.merge(agent, until, PureLeases::later);
    }

    @Override
    public void shorten(AgentId agent, Duration left) {
        Instant until = clock.instant().plus(left);
        leases.computeIfPresent(agent, (id, lease) -> lease.isBefore(until) ? lease : until);
        ofTheTeam.computeIfPresent(agent, (id, lease) -> lease.isBefore(until) ? lease : until);
    }

    @Override
    public Set<AgentId> here() {
        Instant now = clock.instant();
        return leases.keySet().stream().filter(agent -> isHere(agent, now)).collect(Collectors.toSet());
    }

    @Override
    public List<AgentId> gone(Instant by) {
        return leases.entrySet().stream()
                .filter(lease -> !lease.getValue().isAfter(by))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void forget(Instant by) {
        leases.values().removeIf(lease -> !lease.isAfter(by));
        ofTheTeam.values().removeIf(lease -> !lease.isAfter(by));
    }
}

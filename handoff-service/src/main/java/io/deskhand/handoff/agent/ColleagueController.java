package io.deskhand.handoff.agent;

import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.store.AgentLeases;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who works here, and who is there: for transfers and offers. */
@RestController
class ColleagueController {

    private final Agents agents;
    private final AgentLeases leases;

    ColleagueController(Agents agents, AgentLeases leases) {
        this.agents = agents;
        this.leases = leases;
    }

    /** All agents, and who is there: for offers and transfers. */
    @GetMapping("/api/agents")
    ColleagueList listAgents() {
        Set<AgentId> here = leases.here();
        return new ColleagueList(agents.all().stream()
                .map(agent -> new Colleague(agent.id().value(), agent.name(), agent.teams(), here.contains(agent.id())))
                .toList());
    }

    record ColleagueList(List<Colleague> agents) {}

    /** @param here whether they can be offered a ticket now */
    record Colleague(String id, String name, List<String> teams, boolean here) {}
}

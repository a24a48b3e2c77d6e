package io.deskhand.ticketing.redis;

import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.rules.DecisionContext;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Reads what a decision rests on in addition to the ticket, if the command needs it. */
final class RedisDecisionContext {

    private final StringRedisTemplate redis;

    RedisDecisionContext(StringRedisTemplate redis) {
        this.redis = redis;
    }

    DecisionContext of(@Nullable Ticket ticket, Command command, Instant now) {
        if (ticket == null) {
            return DecisionContext.at(now);
        }
        if (command instanceof Command.Escalate escalate) {
            TeamId named = known(escalate.team());
            return new DecisionContext(now, agentHere(named == null ? ticket.team() : named, now), null, null, named);
        }
        if (DecisionContext.askWhoIsHere(ticket, command)) {
            return new DecisionContext(now, agentHere(ticket.team(), now), null, null);
        }
        return command instanceof Command.CustomerSays && !ticket.status().open()
                ? new DecisionContext(now, false, lastAgent(ticket, now), otherOpen(ticket))
                : DecisionContext.at(now);
    }

    /** A team without any member so far does not count: nobody might see its queue (I11). */
    private @Nullable TeamId known(@Nullable TeamId team) {
        return team != null && Boolean.TRUE.equals(redis.opsForSet().isMember(Keys.TEAMS, team.value())) ? team : null;
    }

    private boolean agentHere(TeamId team, Instant now) {
        Long here = redis.opsForZSet().count(Keys.agentsOf(team), now.toEpochMilli() + 1.0, Double.MAX_VALUE);
        return here != null && here > 0;
    }

    private @Nullable Integer lastAgent(Ticket ticket, Instant now) {
        Owner.Agent agent = ticket.lastAgent();
        if (agent == null || !here(agent.id(), now)) {
            return null;
        }
        String capacity = redis.<String, String>opsForHash()
                .get(Keys.CAPACITIES, agent.id().value());
        Long taken = redis.opsForSet().size(Keys.agent(agent.id()));
        if (capacity == null || Objects.requireNonNullElse(taken, 0L) >= Long.parseLong(capacity)) {
            return null;
        }
        return Integer.valueOf(capacity);
    }

    private boolean here(AgentId agent, Instant now) {
        Double until = redis.opsForZSet().score(Keys.AGENTS, agent.value());
        return until != null && until > now.toEpochMilli();
    }

    private @Nullable TicketId otherOpen(Ticket ticket) {
        String open = redis.<String, String>opsForHash()
                .get(Keys.openOf(ticket.customer()), ticket.bot().id().value());
        return open == null || open.equals(ticket.id().value()) ? null : new TicketId(open);
    }
}

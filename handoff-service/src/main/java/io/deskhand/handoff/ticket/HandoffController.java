package io.deskhand.handoff.ticket;

import static io.deskhand.handoff.ticket.AgentCommands.atRevision;
import static io.deskhand.handoff.ticket.AgentCommands.once;

import io.deskhand.handoff.agent.Agent;
import io.deskhand.handoff.agent.Agents;
import io.deskhand.service.problem.Problem;
import io.deskhand.service.problem.ProblemCode;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.command.Command.Release.Cause;
import io.deskhand.ticketing.command.Command.Transfer;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.view.AgentSnapshot;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Claims, offers, transfers and what else changes a ticket's owner or state (docs/api.md). Each call answers with the ticket as it is afterwards; a repeat has the first
 * outcome (I10).
 */
@RestController
@RequestMapping("/api/tickets/{id}")
class HandoffController {

    private static final String TEAM = "[A-Za-z0-9._-]{1,64}";

    private final AgentCommands commands;
    private final Agents agents;
    private final Tickets tickets;

    HandoffController(AgentCommands commands, Agents agents, Tickets tickets) {
        this.commands = commands;
        this.agents = agents;
        this.tickets = tickets;
    }

    /** The first agent wins; all others are told who did (I14). */
    @PostMapping("/claim")
    AgentSnapshot claim(@PathVariable TicketId id, @AuthenticationPrincipal Agent agent) {
        return commands.run(
                id,
                agent,
                "claim",
                seen -> new Command.Claim(once("claim", agent, seen), agent.asOwner(), agent.capacity()));
    }

    /** Offers a queued ticket to a colleague who is there. */
    @PostMapping("/offer")
    AgentSnapshot offer(
            @PathVariable TicketId id, @RequestBody @Valid Offer offer, @AuthenticationPrincipal Agent agent) {
        Agent colleague = colleague(offer.agent(), "offer the ticket");
        return commands.run(
                id,
                agent,
                "offer",
                seen -> new Command.Offer(
                        once("offer:" + colleague.id(), agent, seen), colleague.asOwner(), colleague.capacity()));
    }

    @PostMapping("/accept")
    AgentSnapshot accept(@PathVariable TicketId id, @AuthenticationPrincipal Agent agent) {
        return commands.run(id, agent, "accept", seen -> new Command.Accept(once("accept", agent, seen), agent.id()));
    }

    @PostMapping("/decline")
    AgentSnapshot decline(@PathVariable TicketId id, @AuthenticationPrincipal Agent agent) {
        return commands.run(
                id, agent, "decline", seen -> new Command.Decline(once("decline", agent, seen), agent.id()));
    }

    /** Back to the front of the queue. */
    @PostMapping("/release")
    AgentSnapshot release(@PathVariable TicketId id, @AuthenticationPrincipal Agent agent) {
        return commands.run(
                id,
                agent,
                "release",
                seen -> new Command.Release(once("release", agent, seen), agent.id(), Cause.ASKED));
    }

    /** To a colleague, who is offered it, or to a team's queue. */
    @PostMapping("/transfer")
    AgentSnapshot transfer(
            @PathVariable TicketId id, @RequestBody @Valid Handover handover, @AuthenticationPrincipal Agent agent) {
        Transfer.Target to = target(handover);
        return commands.run(
                id,
                agent,
                "transfer",
                seen -> new Transfer(
                        once("transfer", agent, seen),
                        agent.asOwner(),
                        agent.supervisor(),
                        to,
                        Objects.requireNonNullElse(handover.note(), "").strip()));
    }

    private Transfer.Target target(Handover handover) {
        String operation = "transfer the ticket";
        if ((handover.agent() == null) == (handover.team() == null)) {
            throw Problem.of(
                            ProblemCode.INVALID_REQUEST,
                            operation,
                            "it goes to an agent or to a team",
                            Map.of("errors", List.of(Map.of("field", "agent", "message", "give an agent or a team"))))
                    .exception();
        }
        if (handover.team() != null) {
            return new Transfer.ToTeam(new TeamId(handover.team()));
        }
        Agent colleague = colleague(Objects.requireNonNull(handover.agent()), operation);
        return new Transfer.ToAgent(colleague.asOwner(), colleague.capacity());
    }

    /** A supervisor becomes the owner of what a colleague owns. */
    @PostMapping("/takeover")
    AgentSnapshot takeOver(
            @PathVariable TicketId id,
            @RequestBody(required = false) @Nullable Reason reason,
            @AuthenticationPrincipal Agent agent) {
        if (!agent.supervisor()) {
            throw Problem.of(ProblemCode.FORBIDDEN, "take over the ticket", "only supervisors do")
                    .exception();
        }
        String why =
                reason == null || reason.reason() == null ? "" : reason.reason().strip();
        return commands.run(
                id,
                agent,
                "take over",
                seen -> new Command.TakeOver(once("takeover", agent, seen), agent.asOwner(), agent.capacity(), why));
    }

    /** The bot goes on; it is told what was said meanwhile (I24). */
    @PostMapping("/hand-back")
    AgentSnapshot handBack(
            @PathVariable TicketId id,
            @RequestBody(required = false) @Nullable HandBack handBack,
            @AuthenticationPrincipal Agent agent) {
        HandBack how = handBack == null ? new HandBack(null, null) : handBack;
        String summary = tickets.snapshot(id)
                .map(snapshot -> HumanTranscript.summary(snapshot.entries()))
                .orElse("");
        return commands.run(
                id,
                agent,
                "hand back",
                seen -> new Command.HandBack(
                        once("handback", agent, seen),
                        agent.id(),
                        Objects.requireNonNullElse(how.note(), "").strip(),
                        summary,
                        Boolean.TRUE.equals(how.continueNow())));
    }

    /** Puts the ticket aside until then, or until the customer writes. */
    @PostMapping("/snooze")
    AgentSnapshot snooze(
            @PathVariable TicketId id, @RequestBody @Valid Snooze snooze, @AuthenticationPrincipal Agent agent) {
        return commands.run(
                id,
                agent,
                "snooze",
                seen -> new Command.Snooze(atRevision("snooze", agent, seen), agent.id(), snooze.until()));
    }

    /** Team, priority and tags; what is left out stays as it is. */
    @PostMapping("/triage")
    AgentSnapshot triage(
            @PathVariable TicketId id, @RequestBody @Valid Triage triage, @AuthenticationPrincipal Agent agent) {
        return commands.run(
                id,
                agent,
                "triage",
                seen -> new Command.Triage(
                        atRevision("triage", agent, seen),
                        agent.asOwner(),
                        triage.team() == null ? seen.team() : new TeamId(triage.team()),
                        Objects.requireNonNullElse(triage.priority(), seen.priority()),
                        triage.tags() == null ? seen.tags() : triage.tags()));
    }

    @PostMapping("/resolve")
    AgentSnapshot resolve(
            @PathVariable TicketId id,
            @RequestBody(required = false) @Nullable Resolution resolution,
            @AuthenticationPrincipal Agent agent) {
        boolean force = resolution != null && Boolean.TRUE.equals(resolution.force());
        return commands.run(
                id,
                agent,
                "resolve",
                seen -> new Command.Resolve(once("resolve", agent, seen), agent.asOwner(), force));
    }

    @PostMapping("/reopen")
    AgentSnapshot reopen(@PathVariable TicketId id, @AuthenticationPrincipal Agent agent) {
        return commands.run(
                id,
                agent,
                "reopen",
                seen -> new Command.Reopen(once("reopen", agent, seen), agent.asOwner(), agent.capacity()));
    }

    private Agent colleague(String id, String operation) {
        return agents.find(id)
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_AGENT, operation, "there is no such agent")
                        .exception());
    }

    record Offer(@NotBlank String agent) {}

    record Handover(
            @Nullable String agent,
            @Nullable @Pattern(regexp = TEAM) String team,
            @Nullable String note) {}

    record Reason(@Nullable String reason) {}

    record HandBack(@Nullable String note, @Nullable Boolean continueNow) {}

    record Snooze(@NotNull Instant until) {}

    record Triage(
            @Nullable @Pattern(regexp = TEAM) String team,
            @Nullable Integer priority,
            @Nullable List<String> tags) {}

    record Resolution(@Nullable Boolean force) {}
}

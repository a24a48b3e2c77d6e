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

    /** Makes the agent the owner. The first one wins; all others learn who did (I14). */
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
            @PathVariable TicketId id, @RequestBody @Valid OfferRequest offer, @AuthenticationPrincipal Agent agent) {
        Agent colleague = colleague(offer.agent(), "offer the ticket");
        return commands.run(
                id,
                agent,
                "offer",
                seen -> new Command.Offer(
                        once("offer:" + colleague.id(), agent, seen), colleague.asOwner(), colleague.capacity()));
    }

    /** Accepts what the agent is offered, and becomes the owner. */
    @PostMapping("/accept")
    AgentSnapshot accept(@PathVariable TicketId id, @AuthenticationPrincipal Agent agent) {
        return commands.run(id, agent, "accept", seen -> new Command.Accept(once("accept", agent, seen), agent.id()));
    }

    /** Declines what the agent is offered. */
    @PostMapping("/decline")
    AgentSnapshot decline(@PathVariable TicketId id, @AuthenticationPrincipal Agent agent) {
        return commands.run(
                id, agent, "decline", seen -> new Command.Decline(once("decline", agent, seen), agent.id()));
    }

    /** Gives what the agent owns, or is offered, back to the front of the queue. */
    @PostMapping("/release")
    AgentSnapshot release(@PathVariable TicketId id, @AuthenticationPrincipal Agent agent) {
        return commands.run(
                id,
                agent,
                "release",
                seen -> new Command.Release(once("release", agent, seen), agent.id(), Cause.ASKED));
    }

    /** Offers the ticket to a colleague, or gives it to a team's queue; one of {@code agent} and {@code team} is given. */
    @PostMapping("/transfer")
    AgentSnapshot transfer(
            @PathVariable TicketId id,
            @RequestBody @Valid TransferRequest handover,
            @AuthenticationPrincipal Agent agent) {
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

    private Transfer.Target target(TransferRequest handover) {
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

    /** Makes a supervisor the owner of what a colleague owns. */
    @PostMapping("/takeover")
    AgentSnapshot takeOver(
            @PathVariable TicketId id,
            @RequestBody(required = false) @Nullable TakeoverRequest reason,
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

    /** Hands the ticket back to the bot, which learns what was said meanwhile (I24). */
    @PostMapping("/hand-back")
    AgentSnapshot handBack(
            @PathVariable TicketId id,
            @RequestBody(required = false) @Nullable HandBackRequest handBack,
            @AuthenticationPrincipal Agent agent) {
        HandBackRequest how = handBack == null ? new HandBackRequest(null, null) : handBack;
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

    /** Puts the ticket aside until then, at most 90 days, or until the customer writes. */
    @PostMapping("/snooze")
    AgentSnapshot snooze(
            @PathVariable TicketId id, @RequestBody @Valid SnoozeRequest snooze, @AuthenticationPrincipal Agent agent) {
        return commands.run(
                id,
                agent,
                "snooze",
                seen -> new Command.Snooze(atRevision("snooze", agent, seen), agent.id(), snooze.until()));
    }

    /** Sets team, priority and tags; what is left out stays as it is. */
    @PostMapping("/triage")
    AgentSnapshot triage(
            @PathVariable TicketId id, @RequestBody @Valid TriageRequest triage, @AuthenticationPrincipal Agent agent) {
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

    /** Gives the ticket another subject. Any agent may; the customer sees it in the list of their tickets. */
    @PostMapping("/rename")
    AgentSnapshot rename(
            @PathVariable TicketId id, @RequestBody @Valid RenameRequest rename, @AuthenticationPrincipal Agent agent) {
        return commands.run(
                id,
                agent,
                "rename",
                seen -> new Command.Rename(atRevision("rename", agent, seen), agent.asOwner(), rename.subject()));
    }

    /** Resolves the ticket; with {@code force} also while a message of the customer is unanswered. */
    @PostMapping("/resolve")
    AgentSnapshot resolve(
            @PathVariable TicketId id,
            @RequestBody(required = false) @Nullable ResolveRequest resolution,
            @AuthenticationPrincipal Agent agent) {
        boolean force = resolution != null && Boolean.TRUE.equals(resolution.force());
        return commands.run(
                id,
                agent,
                "resolve",
                seen -> new Command.Resolve(once("resolve", agent, seen), agent.asOwner(), force));
    }

    /** Reopens a resolved ticket, with the agent as its owner. */
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

    record OfferRequest(@NotBlank String agent) {}

    /** @param note for colleagues alone */
    record TransferRequest(
            @Nullable String agent,
            @Nullable @Pattern(regexp = TEAM) String team,
            @Nullable String note) {}

    record TakeoverRequest(@Nullable String reason) {}

    /**
     * @param note for the bot
     * @param continueNow whether the bot answers the customer's last message at once
     */
    record HandBackRequest(@Nullable String note, @Nullable Boolean continueNow) {}

    record SnoozeRequest(@NotNull Instant until) {}

    record TriageRequest(
            @Nullable @Pattern(regexp = TEAM) String team,
            @Nullable Integer priority,
            @Nullable List<String> tags) {}

    record RenameRequest(@NotBlank String subject) {}

    record ResolveRequest(@Nullable Boolean force) {}
}

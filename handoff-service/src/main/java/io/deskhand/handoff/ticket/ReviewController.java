package io.deskhand.handoff.ticket;

import io.deskhand.handoff.agent.Agent;
import io.deskhand.handoff.ticket.AgentTicketController.MessageRequest;
import io.deskhand.handoff.ticket.AgentTicketController.WrittenEntry;
import io.deskhand.service.problem.Problem;
import io.deskhand.service.problem.ProblemCode;
import io.deskhand.service.problem.ProblemException;
import io.deskhand.service.problem.Refusals;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.EntryData.PendingMatter;
import io.deskhand.ticketing.log.EntryData.Proposal;
import io.deskhand.ticketing.log.EntryData.Question;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.store.TicketQueries.Snapshot;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.ticket.HumanReview;
import io.deskhand.ticketing.ticket.TurnKey;
import io.deskhand.ticketing.view.AgentSnapshot;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Human review of a bot that owns the ticket: whisper to it, approve its answers, answer its questions (docs/api.md; G18 to G21 in docs/handoff.md). */
@RestController
@RequestMapping("/api/tickets/{id}")
class ReviewController {

    private final Tickets tickets;
    private final AgentCommands commands;
    private final DeskMeters meters;

    ReviewController(Tickets tickets, AgentCommands commands, DeskMeters meters) {
        this.tickets = tickets;
        this.commands = commands;
        this.meters = meters;
    }

    /** Whispers to the bot: guidance that its next answer takes into account, and that the customer never sees. */
    @PostMapping("/whispers")
    @ResponseStatus(HttpStatus.CREATED)
    WrittenEntry whisper(
            @PathVariable TicketId id,
            @RequestBody MessageRequest words,
            @Parameter(schema = @Schema(pattern = AgentCommands.KEY)) @RequestHeader("Idempotency-Key") String key,
            @AuthenticationPrincipal Agent agent) {
        String operation = "whisper to the bot";
        String command = AgentCommands.keyed("whisper", agent, key, operation);
        var whisper = new Command.Whisper(command, agent.asOwner(), Objects.requireNonNullElse(words.text(), ""));
        return said(id, "whisper", operation, whisper);
    }

    /** Sets whether a colleague must approve each answer of the bot in this ticket. */
    @PostMapping("/approval")
    AgentSnapshot setApproval(
            @PathVariable TicketId id,
            @RequestBody @Valid ApprovalRequest approval,
            @AuthenticationPrincipal Agent agent) {
        return commands.run(
                id,
                agent,
                "watch",
                seen -> new Command.RequireApproval(
                        AgentCommands.atRevision("approval", agent, seen), agent.asOwner(), approval.required()));
    }

    /** Sends the proposal at {@code pos} as the bot's answer, with the text given, if any. The answer names the agent as its reviewer. */
    @PostMapping("/proposals/{pos}/approve")
    AgentSnapshot approve(
            @PathVariable TicketId id,
            @PathVariable long pos,
            @RequestBody(required = false) @Nullable ApproveRequest edited,
            @AuthenticationPrincipal Agent agent) {
        return settle(id, agent, pos, "approve the answer", (proposal, data) -> {
            String text = edited == null || edited.text() == null ? proposal.text() : edited.text();
            return new Command.Approve(
                    "approve:" + agent.id() + ":" + pos,
                    agent.asOwner(),
                    turn(proposal, data),
                    text,
                    !text.equals(proposal.text()),
                    proposal.citations(),
                    data.decision());
        });
    }

    /** Rejects the proposal at {@code pos}. The bot answers again, with the note as guidance. The third rejection escalates the ticket. */
    @PostMapping("/proposals/{pos}/reject")
    AgentSnapshot reject(
            @PathVariable TicketId id,
            @PathVariable long pos,
            @RequestBody RejectRequest rejection,
            @AuthenticationPrincipal Agent agent) {
        String note = Objects.requireNonNullElse(rejection.note(), "");
        return settle(
                id,
                agent,
                pos,
                "reject the answer",
                (proposal, data) -> new Command.Reject(
                        "reject:" + agent.id() + ":" + pos, agent.asOwner(), turn(proposal, data), note));
    }

    /** Answers the bot's pending question, and its turn starts again. With {@code question} the call is refused unless the pending one is at that log position. */
    @PostMapping("/answers")
    @ResponseStatus(HttpStatus.CREATED)
    WrittenEntry answer(
            @PathVariable TicketId id,
            @RequestBody AnswerRequest words,
            @Parameter(schema = @Schema(pattern = AgentCommands.KEY)) @RequestHeader("Idempotency-Key") String key,
            @AuthenticationPrincipal Agent agent) {
        String operation = "answer the bot";
        String command = AgentCommands.keyed("answer", agent, key, operation);
        Snapshot snapshot = commands.snapshot(id, operation);
        TurnKey question =
                words.question() == null ? asked(snapshot) : questionTurn(snapshot, words.question(), operation);
        String text = Objects.requireNonNullElse(words.text(), "");
        return said(id, "answer", operation, new Command.AnswerBot(command, agent.asOwner(), question, text));
    }

    private AgentSnapshot settle(
            TicketId id, Agent agent, long pos, String operation, BiFunction<LogEntry, Proposal, Command> command) {
        LogEntry entry = entry(commands.snapshot(id, operation), pos, operation);
        if (!(entry.data() instanceof Proposal proposal)) {
            throw nothingThere(operation);
        }
        Refusals.done(meters.counted(operation, tickets.execute(id, command.apply(entry, proposal))), operation);
        return commands.view(id, agent, operation);
    }

    private WrittenEntry said(TicketId id, String name, String operation, Command command) {
        var done = Refusals.done(meters.counted(name, tickets.execute(id, command)), operation);
        return WrittenEntry.of(done, Kind.NOTE);
    }

    private static TurnKey questionTurn(Snapshot snapshot, long pos, String operation) {
        LogEntry entry = entry(snapshot, pos, operation);
        if (!(entry.data() instanceof Question question)) {
            throw nothingThere(operation);
        }
        return turn(entry, question);
    }

    private static LogEntry entry(Snapshot snapshot, long pos, String operation) {
        return snapshot.entries().stream()
                .filter(entry -> entry.pos() == pos)
                .findFirst()
                .orElseThrow(() -> nothingThere(operation));
    }

    private static ProblemException nothingThere(String operation) {
        return Problem.of(ProblemCode.NOT_FOUND, operation, "nothing of that kind stands there")
                .exception();
    }

    /** The turn that names the pending matter. */
    private static TurnKey turn(LogEntry entry, PendingMatter matter) {
        return new TurnKey(entry.epoch(), matter.turn(), matter.guidance());
    }

    /** The pending question; without one, a turn that does not exist, so that the rules refuse it. */
    private static TurnKey asked(Snapshot snapshot) {
        HumanReview.Pending pending = snapshot.ticket().review().pending();
        return pending == null ? new TurnKey(0, 0, 0) : pending.turn();
    }

    /** @param text replaces the proposed one; null to send that as it is */
    record ApproveRequest(@Nullable String text) {}

    /** @param question log position of the question that this answers; null for whichever is pending */
    record AnswerRequest(@Nullable String text, @Nullable Long question) {}

    record RejectRequest(@Nullable String note) {}

    record ApprovalRequest(@NotNull Boolean required) {}
}

package io.deskhand.handoff.ticket;

import io.deskhand.handoff.agent.Agent;
import io.deskhand.realtime.Rooms;
import io.deskhand.service.problem.Refusals;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.store.Tickets.Outcome;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.view.AgentEntry;
import io.deskhand.ticketing.view.AgentSnapshot;
import io.deskhand.ticketing.view.AgentTicket;
import io.deskhand.ticketing.view.AgentTicketList;
import io.deskhand.ticketing.view.RoomNames;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tickets as agents see them, and what they say in them (docs/api.md). */
@RestController
@RequestMapping("/api/tickets")
class AgentTicketController {

    private final Tickets tickets;
    private final AgentCommands commands;
    private final TicketLists lists;
    private final Rooms rooms;
    private final DeskMeters meters;

    AgentTicketController(Tickets tickets, AgentCommands commands, TicketLists lists, Rooms rooms, DeskMeters meters) {
        this.tickets = tickets;
        this.commands = commands;
        this.lists = lists;
        this.rooms = rooms;
        this.meters = meters;
    }

    /**
     * One of the dashboard's three lists.
     *
     * @param view {@code inbox}: the queued ones by {@code queueRank}, that is front, priority, wait. {@code mine}: owned by the agent or offered to them. {@code all}: every open
     *     one, and the last 50 resolved or closed
     */
    @GetMapping
    AgentTicketList listTickets(
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {TicketLists.INBOX, TicketLists.MINE, TicketLists.ALL}))
                    @RequestParam
                    String view,
            @AuthenticationPrincipal Agent agent) {
        return AgentTicketList.of(lists.list(view, agent));
    }

    /** A ticket with its whole log, and what the agent may do now. */
    @GetMapping("/{id}")
    AgentSnapshot getTicket(@PathVariable TicketId id, @AuthenticationPrincipal Agent agent) {
        return commands.view(id, agent, "open the ticket");
    }

    /** Sends a message to the customer. On a ticket that no agent owns it is a claim first (I3); a repeat under the same key has the first one's outcome (I10). */
    @PostMapping("/{id}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    WrittenEntry sendMessage(
            @PathVariable TicketId id,
            @RequestBody MessageRequest message,
            @Parameter(schema = @Schema(pattern = AgentCommands.KEY)) @RequestHeader("Idempotency-Key") String key,
            @AuthenticationPrincipal Agent agent) {
        String operation = "send the message";
        String text = Objects.requireNonNullElse(message.text(), "");
        var says = new Command.AgentSays(
                AgentCommands.keyed("say", agent, key, operation), agent.asOwner(), agent.capacity(), text);
        var done = Refusals.done(meters.message(tickets.execute(id, says)), operation);
        return WrittenEntry.of(done, Kind.MESSAGE);
    }

    /** Writes a private note, for colleagues alone. */
    @PostMapping("/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    WrittenEntry writeNote(
            @PathVariable TicketId id,
            @RequestBody MessageRequest message,
            @Parameter(schema = @Schema(pattern = AgentCommands.KEY)) @RequestHeader("Idempotency-Key") String key,
            @AuthenticationPrincipal Agent agent) {
        String operation = "write the note";
        String text = Objects.requireNonNullElse(message.text(), "");
        var note = new Command.Note(AgentCommands.keyed("note", agent, key, operation), agent.asOwner(), text);
        return WrittenEntry.of(Refusals.done(meters.counted("note", tickets.execute(id, note)), operation), Kind.NOTE);
    }

    /** Shows the customer for 10 seconds that the agent is typing. */
    @PostMapping("/{id}/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void showTyping(@PathVariable TicketId id, @AuthenticationPrincipal Agent agent) {
        String operation = "show that you are typing";
        Ticket ticket = find(id, operation);
        if (!ticket.status().open()) {
            throw Refusals.problem(new Refusal.NotOpen(), operation).exception();
        }
        if (!agent.owns(ticket.owner())) {
            throw Refusals.problem(new Refusal.NotOwner(ticket.owner()), operation)
                    .exception();
        }
        rooms.typing(RoomNames.of(ticket), "agent:" + agent.id());
    }

    private Ticket find(TicketId id, String operation) {
        return tickets.find(id)
                .orElseThrow(() -> Refusals.unknownTicket(operation).exception());
    }

    /** @param text 1 to {@code limits.message} characters */
    record MessageRequest(@Nullable String text) {}

    /** What was written, and the ticket as it then is. */
    record WrittenEntry(AgentEntry entry, AgentTicket ticket) {
        static WrittenEntry of(Outcome.Done done, Kind kind) {
            LogEntry words = done.entries().stream()
                    .filter(entry -> entry.kind() == kind)
                    .findFirst()
                    .orElseThrow();
            return new WrittenEntry(AgentEntry.of(words), AgentTicket.of(done.ticket()));
        }
    }
}

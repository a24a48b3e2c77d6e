package io.deskhand.handoff.ticket;

import io.deskhand.handoff.agent.Agent;
import io.deskhand.realtime.Rooms;
import io.deskhand.service.http.SnapshotView;
import io.deskhand.service.http.SnapshotView.TicketList;
import io.deskhand.service.problem.Problem;
import io.deskhand.service.problem.ProblemCode;
import io.deskhand.service.problem.Refusals;
import io.deskhand.ticketing.Command;
import io.deskhand.ticketing.LogEntry;
import io.deskhand.ticketing.LogEntry.Kind;
import io.deskhand.ticketing.Refusal;
import io.deskhand.ticketing.Status;
import io.deskhand.ticketing.Ticket;
import io.deskhand.ticketing.TicketId;
import io.deskhand.ticketing.TicketView;
import io.deskhand.ticketing.Tickets;
import java.util.Objects;
import java.util.regex.Pattern;
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

/** Tickets as agents work on them (docs/api.md). */
@RestController
@RequestMapping("/api/tickets")
class TicketController {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private final Tickets tickets;
    private final TicketLists lists;
    private final Rooms rooms;
    private final DeskMeters meters;

    TicketController(Tickets tickets, TicketLists lists, Rooms rooms, DeskMeters meters) {
        this.tickets = tickets;
        this.lists = lists;
        this.rooms = rooms;
        this.meters = meters;
    }

    @GetMapping
    TicketList list(@RequestParam String view, @AuthenticationPrincipal Agent agent) {
        return TicketList.of(lists.list(view, agent));
    }

    @GetMapping("/{id}")
    SnapshotView ticket(@PathVariable TicketId id) {
        return snapshot(id, "open the ticket");
    }

    /** The first agent wins; all others are told who did (I14). */
    @PostMapping("/{id}/claim")
    SnapshotView claim(@PathVariable TicketId id, @AuthenticationPrincipal Agent agent) {
        String operation = "claim the ticket";
        Ticket seen = find(id, operation);
        var claim = new Command.Claim(once("claim", agent, seen), agent.asOwner(), agent.capacity());
        Refusals.done(meters.claim(tickets.execute(id, claim)), operation);
        return snapshot(id, operation);
    }

    /** On a ticket that no agent owns this is a claim first (I3); a repeat under the same key has the first one's outcome (I10). */
    @PostMapping("/{id}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    Said say(
            @PathVariable TicketId id,
            @RequestBody Message message,
            @RequestHeader("Idempotency-Key") String key,
            @AuthenticationPrincipal Agent agent) {
        if (!KEY.matcher(key).matches()) {
            throw Problem.of(
                            ProblemCode.INVALID_REQUEST,
                            "send the message",
                            "Idempotency-Key has 1 to 100 letters, digits, dots, underscores, colons or hyphens")
                    .exception();
        }
        String text = Objects.requireNonNullElse(message.text(), "");
        var says = new Command.AgentSays("say:" + agent.id() + ":" + key, agent.asOwner(), agent.capacity(), text);
        var done = Refusals.done(meters.message(tickets.execute(id, says)), "send the message");
        LogEntry words = done.entries().stream()
                .filter(entry -> entry.kind() == Kind.MESSAGE)
                .findFirst()
                .orElseThrow();
        return new Said(words, TicketView.of(done.ticket()));
    }

    /** Shows the customer for some ten seconds that the agent is typing. */
    @PostMapping("/{id}/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void type(@PathVariable TicketId id, @AuthenticationPrincipal Agent agent) {
        String operation = "show that you are typing";
        Ticket ticket = find(id, operation);
        if (ticket.status() == Status.RESOLVED) {
            throw Refusals.problem(new Refusal.NotOpen(), operation).exception();
        }
        if (!agent.owns(ticket.owner())) {
            throw Refusals.problem(new Refusal.NotOwner(ticket.owner()), operation)
                    .exception();
        }
        rooms.typing(ticket.room(), "agent:" + agent.id());
    }

    @PostMapping("/{id}/resolve")
    SnapshotView resolve(
            @PathVariable TicketId id,
            @RequestBody(required = false) @Nullable Resolution resolution,
            @AuthenticationPrincipal Agent agent) {
        String operation = "resolve the ticket";
        Ticket seen = find(id, operation);
        boolean force = resolution != null && Boolean.TRUE.equals(resolution.force());
        var resolve = new Command.Resolve(once("resolve", agent, seen), agent.asOwner(), force);
        Refusals.done(meters.resolve(tickets.execute(id, resolve)), operation);
        return snapshot(id, operation);
    }

    /** A command id for one try at one stay of the ticket with its owner: a reopened ticket can be claimed again. */
    private static String once(String command, Agent agent, Ticket seen) {
        return command + ":" + agent.id() + ":" + seen.epoch();
    }

    private Ticket find(TicketId id, String operation) {
        return tickets.find(id)
                .orElseThrow(() -> Refusals.unknownTicket(operation).exception());
    }

    private SnapshotView snapshot(TicketId id, String operation) {
        return tickets.snapshot(id)
                .map(SnapshotView::forAgent)
                .orElseThrow(() -> Refusals.unknownTicket(operation).exception());
    }

    record Message(@Nullable String text) {}

    record Resolution(@Nullable Boolean force) {}

    record Said(LogEntry entry, TicketView ticket) {}
}

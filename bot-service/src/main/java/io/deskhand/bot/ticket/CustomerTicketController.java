package io.deskhand.bot.ticket;

import io.deskhand.bot.bots.Bots;
import io.deskhand.bot.customer.Customer;
import io.deskhand.bot.turn.CustomerContexts;
import io.deskhand.bot.turn.PacketRefinements;
import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.TurnDecision.Reason;
import io.deskhand.brain.bot.Bot;
import io.deskhand.service.problem.Refusals;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.rules.AllowedActions;
import io.deskhand.ticketing.store.TicketQueries.Snapshot;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.store.Tickets.Outcome;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.view.CustomerSnapshot;
import io.deskhand.ticketing.view.CustomerTicketList;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A customer's own tickets (docs/api.md); another customer's ticket is answered like one that does not exist. */
@RestController
@RequestMapping("/api/tickets")
class CustomerTicketController {

    private static final int LISTED = 20;
    private static final int LOOKED_AT = 200;

    private final Tickets tickets;
    private final Bots bots;
    private final Clock clock;
    private final PacketRefinements packets;
    private final CustomerContexts contexts;
    private final AllowedActions actions;
    private final TicketIds ids;

    CustomerTicketController(
            Tickets tickets,
            Bots bots,
            Clock clock,
            PacketRefinements packets,
            CustomerContexts contexts,
            AllowedActions actions) {
        this.tickets = tickets;
        this.bots = bots;
        this.clock = clock;
        this.packets = packets;
        this.contexts = contexts;
        this.actions = actions;
        this.ids = new TicketIds(clock, new SecureRandom());
    }

    /** Opens a ticket, or answers with the one that is open already with this bot. */
    @PostMapping
    @ApiResponse(responseCode = "200", description = "It was open already (I16).", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true)
    ResponseEntity<CustomerSnapshot> openTicket(
            @RequestBody @Valid TicketRequest opening,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            @AuthenticationPrincipal Customer customer) {
        String operation = "open a ticket";
        Bot bot = bots.require(opening.bot(), operation);
        Optional<Ticket> open = tickets.openTicket(customer.id(), new BotId(bot.id()));
        if (open.isPresent()) {
            return ResponseEntity.ok(view(open.get().id(), customer, operation));
        }
        TicketId id = ids.next();
        Outcome outcome = tickets.execute(id, command(id, opening, bot, Bots.language(bot, acceptLanguage), customer));
        if (outcome instanceof Outcome.Refused refused && refused.refusal() instanceof Refusal.AlreadyOpen other) {
            return ResponseEntity.ok(view(other.open(), customer, operation));
        }
        Refusals.done(outcome, operation);
        return ResponseEntity.status(HttpStatus.CREATED).body(view(id, customer, operation));
    }

    private static Command.Open command(
            TicketId id, TicketRequest opening, Bot bot, String language, Customer customer) {
        return new Command.Open(
                "open",
                id,
                customer.id(),
                customer.name(),
                Bots.asOwner(bot),
                opening.subject() == null ? "" : opening.subject().strip(),
                language,
                new TeamId(bot.team()),
                bot.greeting(language),
                new EntryData.Greeting(bot.version()));
    }

    /** The customer's own tickets, newest first, at most 20. */
    @GetMapping
    CustomerTicketList listTickets(
            @RequestParam(required = false) @Nullable String bot, @AuthenticationPrincipal Customer customer) {
        return CustomerTicketList.of(tickets.ofCustomer(customer.id(), LOOKED_AT).stream()
                .filter(ticket -> bot == null || ticket.bot().id().value().equals(bot))
                .limit(LISTED)
                .toList());
    }

    /** A ticket with its log, without what is for colleagues alone. */
    @GetMapping("/{id}")
    CustomerSnapshot getTicket(@PathVariable TicketId id, @AuthenticationPrincipal Customer customer) {
        return view(id, customer, "open the ticket");
    }

    /** "Talk to a person": gives the ticket to the queue. No model is in its path (I11), and asking again changes nothing (I10). */
    @PostMapping("/{id}/escalate")
    CustomerSnapshot escalateTicket(@PathVariable TicketId id, @AuthenticationPrincipal Customer customer) {
        String operation = "ask for a person";
        Snapshot snapshot = own(id, customer, operation);
        Optional<Bot> bot = bots.find(snapshot.ticket().bot().id().value());
        CustomerContext customerContext = contexts.of(snapshot.ticket());
        Instant now = clock.instant();
        Outcome outcome = tickets.execute(id, HumanRequest.command(bot, snapshot, customerContext, now));
        Refusals.done(outcome, operation);
        if (bot.isPresent()
                && outcome instanceof Outcome.Done done
                && done.now()
                && !done.entries().isEmpty()) {
            packets.after(
                    done.ticket(),
                    HumanRequest.request(snapshot, customerContext, now),
                    Reason.ASKED,
                    HumanRequest.first(bot.get(), snapshot, customerContext, now));
        }
        return view(id, customer, operation);
    }

    /** "Back to the assistant", while waiting for a person. The place in the queue is kept for 2 minutes. */
    @PostMapping("/{id}/return")
    CustomerSnapshot returnTicket(@PathVariable TicketId id, @AuthenticationPrincipal Customer customer) {
        String operation = "go back to the assistant";
        Ticket ticket = own(id, customer, operation).ticket();
        Refusals.done(tickets.execute(id, new Command.ReturnToBot("return:" + ticket.epoch())), operation);
        return view(id, customer, operation);
    }

    /** The customer says that the matter is settled. */
    @PostMapping("/{id}/resolve")
    CustomerSnapshot resolveTicket(@PathVariable TicketId id, @AuthenticationPrincipal Customer customer) {
        String operation = "resolve the ticket";
        Ticket ticket = own(id, customer, operation).ticket();
        Refusals.done(tickets.execute(id, new Command.Resolve("settled:" + ticket.epoch(), null, false)), operation);
        return view(id, customer, operation);
    }

    private CustomerSnapshot view(TicketId id, Customer customer, String operation) {
        return snapshot(own(id, customer, operation));
    }

    private CustomerSnapshot snapshot(Snapshot snapshot) {
        Ticket ticket = snapshot.ticket();
        return CustomerSnapshot.of(ticket, snapshot.entries(), actions.forCustomer(ticket, clock.instant()));
    }

    private Snapshot own(TicketId id, Customer customer, String operation) {
        return tickets.snapshot(id)
                .filter(snapshot -> snapshot.ticket().customer().equals(customer.id()))
                .orElseThrow(() -> Refusals.unknownTicket(operation).exception());
    }

    record TicketRequest(
            @NotBlank String bot, @Nullable @Size(max = 200) String subject) {}
}

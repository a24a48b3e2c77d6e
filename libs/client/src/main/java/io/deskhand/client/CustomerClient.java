package io.deskhand.client;

import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.view.CustomerSnapshot;
import io.deskhand.ticketing.view.CustomerTicket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One customer at the customers' API of a bot-service, and in the rooms of their tickets.
 *
 * <p>Guarantees: every call ends within the timeouts of its {@link ClientSettings}; a failure is a {@link DeskhandException}. A command that succeeded may be given again without a second
 * effect. Non-guarantee: room messages may arrive twice and, after a {@link Room.Listener#gap() gap}, not at all; the snapshot has them all. Safe for use by many threads.
 */
public final class CustomerClient implements AutoCloseable {

    private final ViewJson json = new ViewJson();
    private final HttpApi api;
    private final LazyConnection connection;

    public CustomerClient(ClientSettings settings) {
        this.api = new HttpApi(settings, json);
        this.connection = new LazyConnection(api, json, "customer", () -> "/api/realtime/token");
    }

    /** A customer's id, and the token that speaks for them until it expires; the token is a secret. */
    public record Customer(String customer, String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Customer[" + customer + "]";
        }
    }

    /**
     * What a customer says of themselves.
     *
     * @param identity a JWT that the shop signed; name and email address then come from it
     */
    public record Introduction(
            @Nullable String name,
            @Nullable String email,
            @Nullable String identity) {

        /** Without personal data. */
        @Override
        public String toString() {
            return "Introduction[]";
        }
    }

    /** Creates an anonymous customer and acts as them from now on. */
    public Customer create() {
        return create(new Introduction(null, null, null));
    }

    /** Creates or finds the customer and acts as them from now on. A repeat without an identity creates another one. */
    public Customer create(Introduction introduction) {
        Customer customer = json.read(api.post("/api/customers", introduction), Customer.class);
        resume(customer.token());
        return customer;
    }

    /** Acts from now on as the customer of this token; rooms that were joined before are left. */
    public void resume(String token) {
        connection.close();
        api.bearer(token);
    }

    /** Opens a ticket with the bot, or returns the one that is open already. */
    public CustomerSnapshot open(String bot) {
        return json.customerSnapshot(api.post("/api/tickets", Map.of("bot", bot)));
    }

    public CustomerSnapshot open(String bot, String subject) {
        return json.customerSnapshot(api.post("/api/tickets", Map.of("bot", bot, "subject", subject)));
    }

    public CustomerSnapshot ticket(String id) {
        return json.customerSnapshot(api.get(path(id)));
    }

    /** The customer's own tickets, newest first, at most 20. */
    public List<CustomerTicket> tickets() {
        return json.customerTickets(api.get("/api/tickets"));
    }

    /** Asks for a person. */
    public CustomerSnapshot escalate(String id) {
        return command(id, "escalate");
    }

    /** Goes back to the bot while waiting for a person. */
    public CustomerSnapshot returnToBot(String id) {
        return command(id, "return");
    }

    /** Says that the matter is settled. */
    public CustomerSnapshot resolve(String id) {
        return command(id, "resolve");
    }

    private CustomerSnapshot command(String id, String command) {
        return json.customerSnapshot(api.post(path(id) + "/" + command, Map.of()));
    }

    private static String path(String id) {
        return "/api/tickets/" + new TicketId(id);
    }

    /** Follows the ticket's room; returns once attached, so that nothing that is said from then on is missed. */
    public Room join(CustomerTicket ticket, Room.Listener listener) {
        return connection.get().join(ticket.room(), listener);
    }

    /** Follows the ticket's room and keeps what is said there. */
    public RoomTranscript join(CustomerTicket ticket) {
        return RoomTranscript.joined(listener -> join(ticket, listener));
    }

    /** How much was left out because this version of the client does not know its kind, state or status. */
    public long leftOut() {
        return json.leftOut();
    }

    /** Closes the connections; rooms are left with them. */
    @Override
    public void close() {
        connection.close();
        api.close();
    }
}

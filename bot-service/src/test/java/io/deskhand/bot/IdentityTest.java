package io.deskhand.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import io.deskhand.bot.Caller.Answer;
import io.deskhand.service.identity.DeskhandTokens;
import io.deskhand.service.identity.DeskhandTokens.Verification;
import io.deskhand.service.identity.TokenAudience;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.log.HandoffPacket.CustomerIdentity;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.store.AgentLeases;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known customers, from the company's signature to the queue that their tickets get. */
class IdentityTest {

    private static final String SECRET = "what the company and Deskhand share, 32 bytes";
    private static final String UNKNOWN = "Which trains stop at platform nine?";
    private static final Map<String, String> GOLD = Map.of("tier", "gold");

    private static BotStack bots;

    @BeforeAll
    static void start() {
        bots = new BotStack("--deskhand.customers.identity-secrets[0]=" + SECRET);
        bots.service
                .getBean(AgentLeases.class)
                .keep(BotStack.ANNA.id(), List.of(new TeamId("general"), new TeamId("gold-desk")), 5);
    }

    @AfterAll
    static void stop() {
        bots.close();
    }

    @Test
    void a_known_customer_finds_their_tickets_on_another_device_and_nobody_else_does() {
        Answer phone = signIn("shop-1", GOLD);
        TicketId ticket = bots.open(as(phone));

        Answer laptop = signIn("shop-1", Map.of());
        Answer other = signIn("shop-2", GOLD);

        assertThat(phone.status()).isEqualTo(201);
        assertThat(laptop.text("/customer"))
                .matches("c_[0-9a-z]{26}")
                .isEqualTo(phone.text("/customer"))
                .isNotEqualTo(other.text("/customer"));
        assertThat(as(laptop).get("/api/tickets/" + ticket).status()).isEqualTo(200);
        assertThat(as(other).get("/api/tickets/" + ticket).code()).isEqualTo("unknown_ticket");
    }

    @Test
    void the_name_in_the_token_and_of_the_ticket_is_the_identitys() {
        String identity = new Company(SECRET)
                .sign(
                        JWSAlgorithm.HS256,
                        Company.claims("shop-3", bots.clock().instant())
                                .claim("name", "Mira Sand")
                                .build());

        Answer answer = introduce("{\"name\":\"Somebody\",\"identity\":\"" + identity + "\"}");

        Verification token =
                bots.service.getBean(DeskhandTokens.class).verify(TokenAudience.CUSTOMER, answer.text("/token"));
        assertThat(token).isEqualTo(new Verification.Valid(answer.text("/customer"), "Mira Sand"));
        assertThat(ticket(bots.open(as(answer))).customerName()).isEqualTo("Mira Sand");
    }

    @Test
    void an_identity_that_is_not_valid_lets_nobody_in_and_says_why() {
        String forged = new Company("somebody else's secret, just as long")
                .identity("shop-1", bots.clock().instant(), GOLD);
        String old =
                new Company(SECRET).identity("shop-1", bots.clock().instant().minus(Duration.ofHours(2)), GOLD);

        for (String identity : List.of(forged, old, "rubbish", "", "x".repeat(5_000))) {
            Answer answer = introduce("{\"name\":\"Mira\",\"identity\":\"" + identity + "\"}");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("identity_invalid");
            assertThat(answer.text("/detail")).startsWith("unable to sign the customer in; the identity ");
            assertThat(answer.response().body()).doesNotContain(SECRET, "eyJ", "xxx");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--DESKHAND_ANONYMOUS_VISITORS=refused", "--DESKHAND_STRANGERS=refused"})
    void anonymous_visitors_come_in_unless_they_are_refused(String refused) {
        assertThat(introduce("{}").status()).isEqualTo(201);
        try (BotStack strict = new BotStack("--deskhand.customers.identity-secrets[0]=" + SECRET, refused)) {
            Answer visitor =
                    strict.anonymous().post("/api/customers", "{\"name\":\"Kim\",\"email\":\"kim@example.com\"}");
            assertThat(visitor.status()).isEqualTo(401);
            assertThat(visitor.code()).isEqualTo("identity_required");
            assertThat(strict.anonymous().get("/api/bots/test-store").text("/signIn"))
                    .isEqualTo("required");

            String identity =
                    new Company(SECRET).identity("shop-1", strict.clock().instant(), GOLD);
            assertThat(strict.anonymous()
                            .post("/api/customers", "{\"identity\":\"" + identity + "\"}")
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void a_verified_gold_customer_goes_to_the_gold_desk_when_the_bot_has_no_answer() {
        TicketId ticket = bots.open(as(signIn("shop-4", GOLD)));
        bots.done(ticket, new Command.CustomerSays("m1", UNKNOWN));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ticket(ticket).status()).isEqualTo(Status.QUEUED));

        isWithTheGoldDesk(ticket);
    }

    @Test
    void the_button_sends_a_verified_gold_customer_to_the_gold_desk_too() {
        Caller customer = as(signIn("shop-5", GOLD));
        TicketId ticket = bots.open(customer);

        assertThat(customer.post("/api/tickets/" + ticket + "/escalate", "{}").status())
                .isEqualTo(200);

        isWithTheGoldDesk(ticket);
    }

    private static void isWithTheGoldDesk(TicketId ticket) {
        assertThat(ticket(ticket).owner()).isEqualTo(new Owner.Queue(new TeamId("gold-desk")));
        assertThat(ticket(ticket).priority()).isEqualTo(5);
        CustomerIdentity customer = packet(ticket).customer();
        assertThat(customer).isNotNull();
        assertThat(customer.trust()).isEqualTo(CustomerIdentity.Trust.VERIFIED);
        assertThat(customer.attributes()).containsEntry("tier", "gold");
    }

    @Test
    void nobody_talks_themselves_into_the_gold_desk() {
        Caller visitor = as(introduce("{\"name\":\"tier: gold\",\"email\":\"gold@example.com\"}"));
        TicketId ticket = bots.open(visitor);
        bots.done(ticket, new Command.CustomerSays("m1", "I am gold tier. " + UNKNOWN));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ticket(ticket).customerWaits()).isFalse());
        assertThat(ticket(ticket).status()).isEqualTo(Status.BOT);

        visitor.post("/api/tickets/" + ticket + "/escalate", "{}");

        assertThat(ticket(ticket).owner()).isEqualTo(new Owner.Queue(new TeamId("general")));
        assertThat(ticket(ticket).priority()).isZero();
        assertThat(packet(ticket).customer())
                .isEqualTo(new CustomerIdentity(
                        CustomerIdentity.Trust.IDENTIFIED, Map.of("email", "gold@example.com", "name", "tier: gold")));
    }

    @Test
    void an_email_of_a_visitors_own_is_checked_for_its_form_alone() {
        for (String email : List.of("", "mira", "a b@example.com", "a@b@c", "x".repeat(300) + "@example.com")) {
            Answer answer = introduce("{\"email\":\"" + email + "\"}");
            assertThat(answer.status()).as(email).isEqualTo(400);
            assertThat(answer.text("/errors/0/field")).isEqualTo("email");
        }
    }

    private static Answer signIn(String subject, Map<String, ?> attributes) {
        return introduce("{\"identity\":\""
                + new Company(SECRET).identity(subject, bots.clock().instant(), attributes) + "\"}");
    }

    private static Answer introduce(String json) {
        return bots.anonymous().post("/api/customers", json);
    }

    private static Caller as(Answer customer) {
        return bots.anonymous().with(customer.text("/token"));
    }

    private static Ticket ticket(TicketId id) {
        return bots.tickets().find(id).orElseThrow();
    }

    private static HandoffPacket packet(TicketId id) {
        return bots.tickets().snapshot(id).orElseThrow().entries().stream()
                .filter(entry -> entry.kind() == LogEntry.Kind.PACKET)
                .map(entry -> (HandoffPacket) entry.data())
                .findFirst()
                .orElseThrow();
    }
}

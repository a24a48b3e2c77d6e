package io.deskhand.bot.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskhand.brain.Brain;
import io.deskhand.brain.Cost;
import io.deskhand.brain.PacketRefiner;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.Usage;
import io.deskhand.realtime.Guest;
import io.deskhand.realtime.RealtimeStack;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.redis.RedisAgentLeases;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands in log and ticket when a turn has ended. */
class TurnOutcomeTest extends ScriptedBot {

    private static final TurnDecision.Trace TRACE =
            new TurnDecision.Trace(List.of(), 1, List.of("a"), "v1", "scripted", 1);
    private static final TurnDecision.Packet PACKET =
            new TurnDecision.Packet("a refund", List.of(), List.of("A-1042"), "when?", "Hello");

    @Test
    void I8_an_escalation_is_one_commit_with_the_bots_own_notice_and_a_packet() throws Exception {
        serve((request, sink) -> new TurnDecision.Escalate(EscalationReason.ASKED, "", PACKET, TRACE));
        Ticket ticket = stack.open("t1");
        try (Guest customer = customer(ticket)) {
            customer.send("A person, please");
            // Nobody is at the desk in this test, and the customer hears that too (I21).
            await().untilAsserted(() -> assertThat(customer.seen)
                    .anyMatch(message -> message.startsWith("system|FINAL|Wait a moment. Nobody is at the desk")));
            await().untilAsserted(() -> assertThat(customer.present()).isEmpty());
        }
        Ticket queued = stack.tickets.find(ticket.id()).orElseThrow();
        assertThat(queued.status()).isEqualTo(Status.QUEUED);
        assertThat(stack.tickets.inbox(5)).hasSize(1);
        assertThat(log(ticket).getLast().kind()).isEqualTo(LogEntry.Kind.PACKET);
        assertThat(packet(ticket).facts()).containsExactly("A-1042");
    }

    @Test
    void a_better_packet_follows_the_escalation_and_the_room_does_not_have_it() throws Exception {
        TurnDecision.Packet better =
                new TurnDecision.Packet("a refund of A-1042", List.of(), List.of("A-1042"), "when?", "Hello Kim");
        Brain brain = (request, sink) -> new TurnDecision.Escalate(EscalationReason.ASKED, "", PACKET, TRACE);
        serve(new BotBrains() {
            @Override
            public Brain brain(BotId bot) {
                return brain;
            }

            @Override
            public String transferNotice(BotId bot, String language) {
                return "Wait a moment.";
            }

            @Override
            public PacketRefiner refiner(BotId bot) {
                return (request, reason, first) -> {
                    assertThat(first).isEqualTo(PACKET);
                    return Optional.of(new PacketRefiner.Refined(better, TRACE));
                };
            }
        });
        Ticket ticket = stack.open("t1");
        try (Guest customer = customer(ticket)) {
            customer.send("A person, please");
            await().untilAsserted(() -> assertThat(packet(ticket).wants()).isEqualTo(better.wants()));
            assertThat(customer.seen).noneMatch(message -> message.contains("refund"));
        }
        assertThat(log(ticket))
                .filteredOn(entry -> entry.kind() == LogEntry.Kind.PACKET)
                .hasSize(2);
        assertThat(stack.tickets.find(ticket.id()).orElseThrow().status()).isEqualTo(Status.QUEUED);
    }

    @Test
    void usage_cost_and_policy_are_written_with_the_answer_and_unknown_ones_are_not() throws Exception {
        TurnDecision.Trace paid = new TurnDecision.Trace(
                List.of("asked"),
                1,
                List.of("a"),
                "limits.failures: 2",
                "v1",
                "m",
                1,
                new Usage(120, 30),
                new Cost(new BigDecimal("0.000036"), Currency.getInstance("USD")),
                "");
        serve((request, sink) -> new TurnDecision.Answered(
                "Two days.", List.of(), request.dialogue().size() == 1 ? paid : TRACE));
        Ticket ticket = stack.open("t1");
        try (Guest customer = customer(ticket)) {
            customer.send("How long?");
            await().untilAsserted(() ->
                    assertThat(decision(ticket).cost()).isEqualTo(new BotDecision.Cost("0.000036", "USD")));
            assertThat(decision(ticket).policy()).isEqualTo("limits.failures: 2");
            assertThat(decision(ticket).tokens()).isEqualTo(new BotDecision.Tokens(120, 30));
            customer.send("And back?");
            await().untilAsserted(() -> assertThat(log(ticket)).hasSize(5));
            await().untilAsserted(() -> assertThat(decision(ticket).model()).isEqualTo("scripted"));
        }
        assertThat(decision(ticket).cost()).isNull();
        assertThat(decision(ticket).tokens()).isNull();
        assertThat(stack.meters
                        .counter("deskhand.bot.tokens", "model", "m", "direction", "output")
                        .count())
                .isEqualTo(30);
    }

    @Test
    void an_escalation_takes_its_team_and_priority_to_the_ticket_and_the_version_to_the_bots_last_words()
            throws Exception {
        TurnDecision.Route route = new TurnDecision.Route("legal", 4);
        serve((request, sink) -> new TurnDecision.Escalate(EscalationReason.RULE, "One moment.", PACKET, TRACE, route));
        new RedisAgentLeases(stack.redis, InstantSource.system(), Duration.ofSeconds(30))
                .keep(RealtimeStack.ANNA.id(), List.of(new TeamId("legal")), 5);
        Ticket ticket = stack.open("t1");
        try (Guest customer = customer(ticket)) {
            customer.send("Hello");
            await().untilAsserted(() -> assertThat(customer.seen).contains("bot:demo-store|FINAL|One moment."));
        }
        Ticket queued = stack.tickets.find(ticket.id()).orElseThrow();
        assertThat(queued.owner()).isEqualTo(new Owner.Queue(new TeamId("legal")));
        assertThat(queued.priority()).isEqualTo(4);
        assertThat(log(ticket))
                .filteredOn(entry -> entry.text().equals("One moment."))
                .singleElement()
                .satisfies(entry -> assertThat(entry.data())
                        .isInstanceOfSatisfying(
                                BotDecision.class,
                                decision -> assertThat(decision.promptVersion()).isEqualTo("v1")));
    }

    private BotDecision decision(Ticket ticket) {
        return newest(BotDecision.class, ticket);
    }

    private HandoffPacket packet(Ticket ticket) {
        return newest(HandoffPacket.class, ticket);
    }

    private <T> T newest(Class<T> type, Ticket ticket) {
        Object data = log(ticket).getLast().data();
        assertThat(data).isInstanceOf(type);
        return type.cast(data);
    }

    private void serve(Brain brain) {
        serve(new OneBrain(brain));
    }
}

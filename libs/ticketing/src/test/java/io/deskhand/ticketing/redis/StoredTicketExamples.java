package io.deskhand.ticketing.redis;

import static io.deskhand.ticketing.redis.StoredForm.ANNA;
import static io.deskhand.ticketing.redis.StoredForm.BEN;
import static io.deskhand.ticketing.redis.StoredForm.BOT;

import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.id.TicketId;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.HumanReview;
import io.deskhand.ticketing.ticket.HumanReview.Matter;
import io.deskhand.ticketing.ticket.HumanReview.Pending;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.NextMove.Who;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Ticket;
import io.deskhand.ticketing.ticket.TicketBuilder;
import io.deskhand.ticketing.ticket.TurnKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tickets at all stations, by the names that they have in the files. */
final class StoredTicketExamples {

    private static final Ticket MIRA = ticket("t1", "c1", "Mira Sand", "", "en");
    private static final Ticket REFUND = ticket("t2", "c2", "", "A refund", "de");

    private StoredTicketExamples() {}

    private static Ticket ticket(String id, String customer, String name, String subject, String language) {
        return TicketBuilder.builder()
                .id(new TicketId(id))
                .customer(new CustomerId(customer))
                .customerName(name)
                .bot(BOT)
                .subject(subject)
                .language(language)
                .team(new TeamId("general"))
                .tags(List.of())
                .owner(BOT)
                .next(new NextMove(Who.CUSTOMER, Instant.EPOCH))
                .times(Ticket.Times.created(Instant.EPOCH))
                .review(HumanReview.NONE)
                .preview("")
                .build();
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    static Map<String, Ticket> all() {
        return Map.ofEntries(
                Map.entry(
                        "opened",
                        MIRA.with()
                                .owner(BOT)
                                .epoch(1)
                                .servingEpoch(1)
                                .rev(0)
                                .next(new NextMove(Who.CUSTOMER, at("2026-03-03T09:30:00Z")))
                                .times(new Ticket.Times(
                                        at("2026-03-02T09:30:00Z"), at("2026-03-02T09:30:00Z"), null, null, null, null))
                                .customerPos(0)
                                .answeredPos(0)
                                .escalatedPos(0)
                                .preview("")
                                .build()),
                Map.entry(
                        "proposed",
                        MIRA.with()
                                .subject("May I return boots?")
                                .owner(BOT)
                                .epoch(1)
                                .servingEpoch(1)
                                .rev(8)
                                .next(new NextMove(Who.AGENT, at("2026-03-02T09:32:09Z")))
                                .times(new Ticket.Times(
                                        at("2026-03-02T09:30:00Z"), at("2026-03-02T09:30:09Z"), null, null, null, null))
                                .customerPos(6)
                                .answeredPos(4)
                                .escalatedPos(0)
                                .review(new HumanReview(
                                        true,
                                        1,
                                        0,
                                        0,
                                        0,
                                        Matter.PROPOSAL,
                                        new Pending(Matter.PROPOSAL, new TurnKey(1, 6, 1))))
                                .preview("What about the warranty?")
                                .build()),
                Map.entry(
                        "asked",
                        MIRA.with()
                                .subject("May I return boots?")
                                .owner(BOT)
                                .epoch(1)
                                .servingEpoch(1)
                                .rev(14)
                                .next(new NextMove(Who.AGENT, at("2026-03-02T09:32:15Z")))
                                .times(new Ticket.Times(
                                        at("2026-03-02T09:30:00Z"), at("2026-03-02T09:30:15Z"), null, null, null, null))
                                .customerPos(16)
                                .answeredPos(6)
                                .escalatedPos(0)
                                .review(new HumanReview(
                                        false,
                                        2,
                                        2,
                                        0,
                                        16,
                                        Matter.QUESTION,
                                        new Pending(Matter.QUESTION, new TurnKey(1, 16, 2))))
                                .preview("Is A-1042 lost?")
                                .build()),
                Map.entry(
                        "queued",
                        REFUND.with()
                                .team(new TeamId("legal"))
                                .priority(3)
                                .owner(new Owner.Queue(new TeamId("legal")))
                                .epoch(2)
                                .servingEpoch(2)
                                .rev(2)
                                .next(new NextMove(Who.QUEUE, at("2026-03-02T09:33:22Z")))
                                .reason(EscalationReason.SENSITIVE)
                                .times(new Ticket.Times(
                                        at("2026-03-02T09:32:20Z"),
                                        at("2026-03-02T09:32:22Z"),
                                        at("2026-03-02T09:32:22Z"),
                                        null,
                                        null,
                                        null))
                                .customerPos(1)
                                .answeredPos(0)
                                .escalatedPos(1)
                                .preview("Ich will mein Geld zurück")
                                .build()),
                Map.entry(
                        "offered",
                        REFUND.with()
                                .team(new TeamId("billing"))
                                .priority(5)
                                .tags(List.of("refund", "vip"))
                                .owner(new Owner.Offered(ANNA))
                                .epoch(4)
                                .servingEpoch(2)
                                .rev(5)
                                .next(new NextMove(Who.AGENT, at("2026-03-02T09:32:45Z")))
                                .reason(EscalationReason.SENSITIVE)
                                .times(new Ticket.Times(
                                        at("2026-03-02T09:32:20Z"),
                                        at("2026-03-02T09:32:25Z"),
                                        at("2026-03-02T09:32:22Z"),
                                        null,
                                        null,
                                        null))
                                .customerPos(1)
                                .answeredPos(0)
                                .escalatedPos(1)
                                .preview("Ich will mein Geld zurück")
                                .build()),
                Map.entry(
                        "front",
                        REFUND.with()
                                .team(new TeamId("billing"))
                                .priority(5)
                                .tags(List.of("refund", "vip"))
                                .owner(new Owner.Queue(new TeamId("billing")))
                                .epoch(7)
                                .servingEpoch(2)
                                .rev(8)
                                .next(new NextMove(Who.QUEUE, at("2026-03-02T09:33:47Z")))
                                .reason(EscalationReason.SENSITIVE)
                                .times(new Ticket.Times(
                                        at("2026-03-02T09:32:20Z"),
                                        at("2026-03-02T09:32:47Z"),
                                        at("2026-03-02T09:32:22Z"),
                                        null,
                                        null,
                                        null))
                                .front(true)
                                .customerPos(1)
                                .answeredPos(0)
                                .escalatedPos(1)
                                .preview("Ich will mein Geld zurück")
                                .build()),
                Map.entry(
                        "snoozed",
                        REFUND.with()
                                .team(new TeamId("billing"))
                                .priority(5)
                                .tags(List.of("refund", "vip"))
                                .owner(ANNA)
                                .epoch(8)
                                .servingEpoch(2)
                                .rev(12)
                                .next(new NextMove(Who.AGENT, at("2026-03-02T10:32:51Z")))
                                .reason(EscalationReason.SENSITIVE)
                                .times(new Ticket.Times(
                                        at("2026-03-02T09:32:20Z"),
                                        at("2026-03-02T09:32:51Z"),
                                        at("2026-03-02T09:32:22Z"),
                                        null,
                                        at("2026-03-02T09:32:48Z"),
                                        null))
                                .snoozed(true)
                                .lastAgent(ANNA)
                                .customerPos(1)
                                .answeredPos(1)
                                .escalatedPos(1)
                                .preview("Ich will mein Geld zurück")
                                .build()),
                Map.entry(
                        "alerted",
                        REFUND.with()
                                .team(new TeamId("billing"))
                                .priority(5)
                                .tags(List.of("refund", "vip"))
                                .owner(new Owner.Queue(new TeamId("billing")))
                                .epoch(9)
                                .servingEpoch(2)
                                .rev(16)
                                .next(new NextMove(Who.QUEUE, at("2026-03-02T10:35:53Z")))
                                .reason(EscalationReason.SENSITIVE)
                                .times(new Ticket.Times(
                                        at("2026-03-02T09:32:20Z"),
                                        at("2026-03-02T10:32:53Z"),
                                        at("2026-03-02T09:32:22Z"),
                                        null,
                                        null,
                                        null))
                                .alerts(1)
                                .lastAgent(ANNA)
                                .customerPos(16)
                                .answeredPos(1)
                                .escalatedPos(1)
                                .preview("Noch da?")
                                .build()),
                Map.entry(
                        "returned",
                        REFUND.with()
                                .team(new TeamId("billing"))
                                .priority(5)
                                .tags(List.of("refund", "vip"))
                                .owner(BOT)
                                .epoch(17)
                                .servingEpoch(17)
                                .rev(24)
                                .next(new NextMove(Who.BOT, at("2026-03-02T11:35:00Z")))
                                .reason(EscalationReason.SENSITIVE)
                                .times(new Ticket.Times(
                                        at("2026-03-02T09:32:20Z"),
                                        at("2026-03-02T11:34:00Z"),
                                        at("2026-03-02T09:32:22Z"),
                                        at("2026-03-02T11:36:00Z"),
                                        null,
                                        null))
                                .lastAgent(ANNA)
                                .customerPos(16)
                                .answeredPos(1)
                                .escalatedPos(1)
                                .preview("Noch da?")
                                .build()),
                Map.entry(
                        "resolved",
                        REFUND.with()
                                .team(new TeamId("billing"))
                                .priority(5)
                                .tags(List.of("refund", "vip"))
                                .owner(new Owner.Nobody(false))
                                .epoch(21)
                                .servingEpoch(21)
                                .rev(29)
                                .next(new NextMove(Who.CUSTOMER, at("2026-03-05T11:34:05Z")))
                                .reason(EscalationReason.ASKED)
                                .times(new Ticket.Times(
                                        at("2026-03-02T09:32:20Z"),
                                        at("2026-03-02T11:34:05Z"),
                                        null,
                                        null,
                                        null,
                                        at("2026-03-02T11:34:05Z")))
                                .lastAgent(ANNA)
                                .customerPos(29)
                                .answeredPos(1)
                                .escalatedPos(29)
                                .preview("Einen Menschen, bitte")
                                .build()),
                Map.entry(
                        "closed",
                        REFUND.with()
                                .team(new TeamId("billing"))
                                .priority(5)
                                .tags(List.of("refund", "vip"))
                                .owner(new Owner.Nobody(true))
                                .epoch(28)
                                .servingEpoch(28)
                                .rev(37)
                                .next(null)
                                .reason(EscalationReason.ASKED)
                                .times(new Ticket.Times(
                                        at("2026-03-02T09:32:20Z"),
                                        at("2026-03-06T12:34:13Z"),
                                        null,
                                        null,
                                        null,
                                        at("2026-03-03T12:34:13Z")))
                                .lastAgent(BEN)
                                .customerPos(41)
                                .answeredPos(41)
                                .escalatedPos(29)
                                .preview("Und noch etwas")
                                .build()));
    }
}

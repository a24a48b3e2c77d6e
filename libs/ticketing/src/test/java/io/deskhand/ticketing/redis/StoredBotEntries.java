package io.deskhand.ticketing.redis;

import static io.deskhand.ticketing.redis.StoredForm.ANNA;
import static io.deskhand.ticketing.redis.StoredForm.BEN;
import static io.deskhand.ticketing.redis.StoredForm.entry;

import io.deskhand.ticketing.id.AgentId;
import io.deskhand.ticketing.id.CustomerId;
import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.BotDecision.Approval;
import io.deskhand.ticketing.log.BotDecision.Outcome;
import io.deskhand.ticketing.log.BotDecision.PendingToolCall;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.EntryData.Guidance.Source;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.log.HandoffPacket.CustomerIdentity;
import io.deskhand.ticketing.log.HandoffPacket.CustomerIdentity.Trust;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.LogEntry.Citation;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.log.LogEntry.State;
import io.deskhand.ticketing.ticket.EscalationReason;
import java.util.List;
import java.util.Map;

/** Entries of the bot, of its customer, and of colleagues who review it, by the names that they have in the files. */
final class StoredBotEntries {

    private static final Author BOT = Author.of(StoredForm.BOT);
    private static final Author CUSTOMER = Author.of(new CustomerId("c1"));

    private static final BotDecision FULL = new BotDecision(
            Outcome.ANSWERED,
            List.of("evidence.enough"),
            0.83,
            List.of("returns.md#0"),
            "limits.failures: 2",
            "3f2a",
            "b",
            "small-model",
            412,
            new BotDecision.Tokens(120, 30),
            new BotDecision.Cost("0.000036", "USD"),
            null,
            null);

    private static final BotDecision PLAIN =
            BotDecision.of(Outcome.ANSWERED, "3f2a").withModel("extractive").withMillis(7);

    private StoredBotEntries() {}

    static Map<String, LogEntry> all() {
        return Map.ofEntries(
                Map.entry(
                        "early answer",
                        entry(
                                2,
                                "2026-03-02T09:30:02Z",
                                1,
                                Kind.MESSAGE,
                                BOT,
                                "Within 60 days.",
                                PLAIN.withEvidence(0.83))),
                Map.entry(
                        "greeting",
                        entry(
                                1,
                                "2026-03-02T09:30:00Z",
                                1,
                                Kind.MESSAGE,
                                BOT,
                                "Hello!",
                                new EntryData.Greeting("3f2a"))),
                Map.entry(
                        "words of the customer",
                        entry(2, "2026-03-02T09:30:01Z", 1, Kind.MESSAGE, CUSTOMER, "May I return boots?", null)
                                .withSerial("s1")),
                Map.entry(
                        "answer",
                        entry(
                                        3,
                                        "2026-03-02T09:30:02Z",
                                        1,
                                        Kind.MESSAGE,
                                        BOT,
                                        "Within 60 days.",
                                        FULL.withOutcome(Outcome.ANSWERED))
                                .withCitations(
                                        List.of(new Citation("returns.md#0", "Returns", "/help/returns", "60 days")))
                                .withSeq(2)),
                Map.entry(
                        "question with a pending call",
                        entry(
                                5,
                                "2026-03-02T09:30:04Z",
                                1,
                                Kind.MESSAGE,
                                BOT,
                                "Shall I?",
                                FULL.withOutcome(Outcome.CLARIFY)
                                        .withPending(
                                                new PendingToolCall("start_return", "{\"order\":\"A-1042\"}", 4)))),
                Map.entry(
                        "whisper",
                        entry(
                                7,
                                "2026-03-02T09:30:07Z",
                                1,
                                Kind.NOTE,
                                Author.of(ANNA),
                                "Offer an exchange.",
                                new EntryData.Guidance(Source.WHISPER, 1))),
                Map.entry(
                        "stopped draft",
                        entry(8, "2026-03-02T09:30:07Z", 1, Kind.MESSAGE, BOT, "Two", null)
                                .withSeq(2)
                                .withState(State.STOPPED)),
                Map.entry(
                        "approval required",
                        entry(
                                9,
                                "2026-03-02T09:30:08Z",
                                1,
                                Kind.NOTE,
                                Author.SYSTEM,
                                "Anna wants to approve what the bot says",
                                new EntryData.ApprovalRequired())),
                Map.entry(
                        "proposal",
                        entry(
                                10,
                                "2026-03-02T09:30:09Z",
                                1,
                                Kind.PROPOSAL,
                                BOT,
                                "Two years.",
                                new EntryData.Proposal(6, 1, PLAIN.withOutcome(Outcome.ANSWERED)))),
                Map.entry(
                        "notice",
                        entry(
                                11,
                                "2026-03-02T09:30:09Z",
                                1,
                                Kind.NOTICE,
                                Author.SYSTEM,
                                "A colleague is checking my answer.",
                                null)),
                Map.entry(
                        "rejection",
                        entry(
                                12,
                                "2026-03-02T09:30:10Z",
                                1,
                                Kind.NOTE,
                                Author.of(ANNA),
                                "From when on?",
                                new EntryData.Guidance(Source.REJECTION, 2))),
                Map.entry(
                        "approved answer",
                        entry(
                                14,
                                "2026-03-02T09:30:12Z",
                                1,
                                Kind.MESSAGE,
                                BOT,
                                "Two years from the delivery.",
                                FULL.withOutcome(Outcome.ANSWERED)
                                        .withReview(new Approval(new AgentId("anna"), "Anna", true)))),
                Map.entry(
                        "approval waived",
                        entry(
                                15,
                                "2026-03-02T09:30:13Z",
                                1,
                                Kind.NOTE,
                                Author.SYSTEM,
                                "Ben lets the bot speak for itself",
                                new EntryData.ApprovalWaived())),
                Map.entry(
                        "question to colleagues",
                        entry(
                                18,
                                "2026-03-02T09:30:15Z",
                                1,
                                Kind.NOTE,
                                BOT,
                                "Is A-1042 lost?",
                                new EntryData.Question(16, 2, PLAIN.withOutcome(Outcome.ASK_COLLEAGUE)))),
                Map.entry(
                        "answer of a colleague",
                        entry(
                                20,
                                "2026-03-02T09:30:16Z",
                                1,
                                Kind.NOTE,
                                Author.of(BEN),
                                "No, it left today.",
                                new EntryData.Guidance(Source.ANSWER, 3))),
                Map.entry(
                        "unanswered",
                        entry(
                                25,
                                "2026-03-02T09:32:19Z",
                                1,
                                Kind.NOTE,
                                Author.SYSTEM,
                                "Nobody has answered the bot's question",
                                new EntryData.Guidance(Source.UNANSWERED, 4))),
                Map.entry(
                        "last words",
                        entry(
                                2,
                                "2026-03-02T09:32:22Z",
                                1,
                                Kind.MESSAGE,
                                BOT,
                                "Einen Moment.",
                                FULL.withOutcome(Outcome.ESCALATE))),
                Map.entry(
                        "packet",
                        entry(
                                4,
                                "2026-03-02T09:32:22Z",
                                2,
                                Kind.PACKET,
                                Author.SYSTEM,
                                "",
                                new HandoffPacket(
                                        EscalationReason.SENSITIVE,
                                        new CustomerIdentity(Trust.VERIFIED, Map.of("tier", "gold")),
                                        "a refund",
                                        List.of("the rules of returns"),
                                        List.of("A-1042"),
                                        "when?",
                                        "Hello Mira",
                                        FULL.withOutcome(Outcome.ESCALATE)))),
                Map.entry(
                        "refined packet",
                        entry(
                                5,
                                "2026-03-02T09:32:23Z",
                                2,
                                Kind.PACKET,
                                Author.SYSTEM,
                                "",
                                new HandoffPacket(
                                        EscalationReason.SENSITIVE,
                                        new CustomerIdentity(Trust.VERIFIED, Map.of("tier", "gold")),
                                        "a refund of A-1042",
                                        List.of("the rules of returns"),
                                        List.of("A-1042"),
                                        "when?",
                                        "Hello Mira",
                                        PLAIN.withOutcome(Outcome.REFINED)))),
                Map.entry(
                        "small packet",
                        entry(
                                31,
                                "2026-03-02T11:34:02Z",
                                18,
                                Kind.PACKET,
                                Author.SYSTEM,
                                "",
                                new HandoffPacket(
                                        EscalationReason.ASKED,
                                        null,
                                        "Einen Menschen, bitte",
                                        List.of(),
                                        List.of(),
                                        "",
                                        "",
                                        null))),
                Map.entry(
                        "packet by rule",
                        entry(
                                3,
                                "2026-03-06T12:35:14Z",
                                2,
                                Kind.PACKET,
                                Author.SYSTEM,
                                "",
                                new HandoffPacket(
                                        EscalationReason.OVERDUE,
                                        null,
                                        "Where is it?",
                                        List.of(),
                                        List.of(),
                                        "Where is it?",
                                        "",
                                        null))));
    }
}

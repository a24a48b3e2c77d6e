package io.deskhand.ticketing.redis;

import static io.deskhand.ticketing.redis.StoredForm.ANNA;
import static io.deskhand.ticketing.redis.StoredForm.BEN;
import static io.deskhand.ticketing.redis.StoredForm.entry;

import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.EntryData.Resolved.By;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.LogEntry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Entries of agents and of the clock, by the names that they have in the files. */
final class StoredAgentEntries {

    private StoredAgentEntries() {}

    static Map<String, LogEntry> all() {
        return Map.ofEntries(
                Map.entry(
                        "triaged",
                        entry(
                                6,
                                "2026-03-02T09:32:24Z",
                                3,
                                Kind.NOTE,
                                Author.SYSTEM,
                                "Team billing, priority 5",
                                new EntryData.Triaged(BEN.id(), new TeamId("billing"), 5, List.of("refund", "vip")))),
                Map.entry(
                        "offered",
                        entry(
                                7,
                                "2026-03-02T09:32:25Z",
                                4,
                                Kind.NOTE,
                                Author.SYSTEM,
                                "Offered to Anna",
                                new EntryData.Offered(ANNA.id()))),
                Map.entry(
                        "declined",
                        entry(
                                8,
                                "2026-03-02T09:32:26Z",
                                5,
                                Kind.NOTE,
                                Author.SYSTEM,
                                "Anna declined",
                                new EntryData.Declined(ANNA.id()))),
                Map.entry(
                        "not accepted",
                        entry(
                                10,
                                "2026-03-02T09:32:47Z",
                                7,
                                Kind.NOTE,
                                Author.SYSTEM,
                                "Ben did not accept in time",
                                new EntryData.NotAccepted(BEN.id()))),
                Map.entry(
                        "claimed",
                        entry(
                                11,
                                "2026-03-02T09:32:48Z",
                                8,
                                Kind.MARKER,
                                Author.SYSTEM,
                                "Anna ist jetzt da.",
                                new EntryData.Claimed(ANNA.id(), null))),
                Map.entry(
                        "note",
                        entry(12, "2026-03-02T09:32:49Z", 8, Kind.NOTE, Author.of(BEN), "She is a regular.", null)),
                Map.entry(
                        "words of an agent",
                        entry(
                                13,
                                "2026-03-02T09:32:50Z",
                                8,
                                Kind.MESSAGE,
                                Author.of(ANNA),
                                "Hallo, ich bin Anna.",
                                null)),
                Map.entry(
                        "snoozed",
                        entry(
                                14,
                                "2026-03-02T09:32:51Z",
                                8,
                                Kind.NOTE,
                                Author.SYSTEM,
                                "Snoozed until 2026-03-02T10:32:51Z",
                                new EntryData.Snoozed(Instant.parse("2026-03-02T10:32:51Z")))),
                Map.entry(
                        "woken",
                        entry(
                                15,
                                "2026-03-02T10:32:51Z",
                                8,
                                Kind.NOTE,
                                Author.SYSTEM,
                                "The snooze is over",
                                new EntryData.Woken())),
                Map.entry(
                        "transferred",
                        entry(
                                17,
                                "2026-03-02T10:32:53Z",
                                9,
                                Kind.MARKER,
                                Author.SYSTEM,
                                "Anna gibt Sie an eine Kollegin oder einen Kollegen weiter, die alles lesen können.",
                                new EntryData.Transferred(ANNA.id()))),
                Map.entry(
                        "note of a transfer",
                        entry(
                                18,
                                "2026-03-02T10:32:53Z",
                                9,
                                Kind.NOTE,
                                Author.of(ANNA),
                                "wants a refund",
                                new EntryData.Transferred(ANNA.id()))),
                Map.entry(
                        "alert",
                        entry(
                                19,
                                "2026-03-02T10:33:53Z",
                                9,
                                Kind.NOTE,
                                Author.SYSTEM,
                                "Nobody has claimed this",
                                new EntryData.Alert(1))),
                Map.entry(
                        "taken over",
                        entry(
                                21,
                                "2026-03-02T10:33:55Z",
                                11,
                                Kind.MARKER,
                                Author.SYSTEM,
                                "Anna ist jetzt da.",
                                new EntryData.Claimed(ANNA.id(), "Ben is ill"))),
                Map.entry(
                        "released",
                        entry(
                                25,
                                "2026-03-02T10:33:58Z",
                                14,
                                Kind.MARKER,
                                Author.SYSTEM,
                                "Ben hat das Anliegen weitergegeben. Eine Kollegin oder ein Kollege übernimmt so bald wie möglich.",
                                new EntryData.Released(BEN.id()))),
                Map.entry(
                        "agent gone",
                        entry(
                                27,
                                "2026-03-02T11:33:59Z",
                                16,
                                Kind.MARKER,
                                Author.SYSTEM,
                                "Die Verbindung zu Anna ist abgebrochen. Eine Kollegin oder ein Kollege übernimmt so bald wie möglich.",
                                new EntryData.AgentGone(ANNA.id()))),
                Map.entry(
                        "returned",
                        entry(
                                28,
                                "2026-03-02T11:34:00Z",
                                17,
                                Kind.MARKER,
                                Author.SYSTEM,
                                "Sie sprechen wieder mit Assistant.",
                                new EntryData.Returned())),
                Map.entry(
                        "handed back",
                        entry(
                                33,
                                "2026-03-02T11:34:04Z",
                                20,
                                Kind.MARKER,
                                Author.SYSTEM,
                                "Sie sprechen wieder mit Assistant.",
                                new EntryData.HandedBack(ANNA.id(), "be kind", "Anna: Hallo"))),
                Map.entry(
                        "resolved by the customer",
                        entry(
                                34,
                                "2026-03-02T11:34:05Z",
                                21,
                                Kind.MARKER,
                                Author.SYSTEM,
                                "Sie haben das Anliegen als gelöst markiert.",
                                new EntryData.Resolved(By.CUSTOMER))),
                Map.entry(
                        "reopened by an agent",
                        entry(
                                35,
                                "2026-03-02T11:34:06Z",
                                22,
                                Kind.MARKER,
                                Author.SYSTEM,
                                "Sie sprechen wieder mit Ben.",
                                new EntryData.Reopened(BEN.id()))),
                Map.entry(
                        "resolved by an agent",
                        entry(
                                36,
                                "2026-03-02T11:34:07Z",
                                23,
                                Kind.MARKER,
                                Author.SYSTEM,
                                "Ben hat das Anliegen als gelöst markiert.",
                                new EntryData.Resolved(By.AGENT))),
                Map.entry(
                        "reopened by the customer",
                        entry(
                                40,
                                "2026-03-02T12:34:11Z",
                                26,
                                Kind.MARKER,
                                Author.SYSTEM,
                                "Sie sprechen wieder mit Assistant.",
                                new EntryData.Reopened(null))),
                Map.entry(
                        "resolved for quiet",
                        entry(
                                43,
                                "2026-03-03T12:34:13Z",
                                27,
                                Kind.MARKER,
                                Author.SYSTEM,
                                "Das Anliegen ist als gelöst markiert, weil wir länger nichts von Ihnen gehört haben. Schreiben Sie jederzeit, um weiterzumachen.",
                                new EntryData.Resolved(By.QUIET))),
                Map.entry(
                        "closed",
                        entry(
                                44,
                                "2026-03-06T12:34:13Z",
                                28,
                                Kind.NOTE,
                                Author.SYSTEM,
                                "Closed",
                                new EntryData.Closed())));
    }
}

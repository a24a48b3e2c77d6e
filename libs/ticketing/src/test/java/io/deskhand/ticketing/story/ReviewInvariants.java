package io.deskhand.ticketing.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.ticketing.log.BotDecision;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.EntryData.Guidance.Source;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.store.TicketQueries.Snapshot;
import io.deskhand.ticketing.ticket.HumanReview.Matter;
import io.deskhand.ticketing.ticket.HumanReview.Pending;
import io.deskhand.ticketing.ticket.NextMove.Who;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold between the bot and colleagues: read from the log alone, then compared with what the ticket says of itself. */
final class ReviewInvariants {

    private LogEntry open;
    private boolean approval;
    private int guidance;

    private ReviewInvariants() {}

    static void check(Snapshot snapshot, Room room) {
        ReviewInvariants consulted = new ReviewInvariants();
        snapshot.entries().forEach(consulted::read);
        consulted.compare(snapshot.ticket());
        room(snapshot, room);
    }

    private void read(LogEntry entry) {
        if (entry.data() instanceof EntryData.PendingMatter) {
            assertThat(entry.data() instanceof EntryData.Proposal)
                    .as("G19 proposals stand apart, at %s", entry.pos())
                    .isEqualTo(entry.kind() == Kind.PROPOSAL);
            assertThat(open).as("G19 two matters wait, at %s", entry.pos()).isNull();
            open = entry;
        } else if (entry.kind() == Kind.MARKER
                || entry.kind() == Kind.PACKET
                || entry.author().role() == Role.CUSTOMER
                || approved(entry)
                || settles(entry)) {
            open = null;
        } else if (entry.kind() == Kind.MESSAGE && entry.author().role() == Role.BOT) {
            assertThat(open)
                    .as("G19 the bot speaks while it waits, at %s", entry.pos())
                    .isNull();
            assertThat(approval)
                    .as("G19 the bot speaks unapproved, at %s", entry.pos())
                    .isFalse();
        }
        if (entry.data() instanceof EntryData.ApprovalRequired) {
            approval = true;
        } else if (entry.data() instanceof EntryData.ApprovalWaived) {
            approval = false;
        } else if (entry.data() instanceof EntryData.Guidance(Source source, int number)) {
            assertThat(number).as("G18 guidance is numbered").isEqualTo(guidance + 1);
            guidance = number;
        }
    }

    private static boolean approved(LogEntry entry) {
        return entry.data() instanceof BotDecision decision && decision.review() != null;
    }

    private static boolean settles(LogEntry entry) {
        return entry.data() instanceof EntryData.Guidance(Source source, int number) && source != Source.WHISPER;
    }

    private void compare(Ticket ticket) {
        Pending pending = ticket.review().pending();
        assertThat(ticket.review().approval()).as("who approves").isEqualTo(approval);
        assertThat(ticket.review().guidanceGiven())
                .as("G18 all guidance counts")
                .isEqualTo(guidance);
        assertThat(ticket.review().guidanceApplied())
                .as("G18 applied before it was given")
                .isLessThanOrEqualTo(guidance);
        assertThat(pending == null ? null : pending.matter())
                .as("G20 what the bot waits for")
                .isEqualTo(open == null ? null : open.kind() == Kind.PROPOSAL ? Matter.PROPOSAL : Matter.QUESTION);
        if (ticket.status() == Status.BOT) {
            assertThat(ticket.next().who() == Who.AGENT)
                    .as("G20 whose move it is")
                    .isEqualTo(pending != null);
        } else {
            assertThat(pending).as("G21 dismissed with another owner").isNull();
        }
        if (pending != null) {
            assertThat(pending.turn().turn())
                    .as("G20 the customer has moved on")
                    .isEqualTo(ticket.customerPos());
            assertThat(pending.turn().epoch()).as("G21 another epoch").isEqualTo(ticket.epoch());
        }
    }

    private static void room(Snapshot snapshot, Room room) {
        Set<String> approved = snapshot.entries().stream()
                .filter(ReviewInvariants::approved)
                .map(LogEntry::text)
                .collect(Collectors.toSet());
        assertThat(room.shown.values())
                .as("G18, G19 for colleagues alone")
                .allMatch(shown -> shown.kind().goesToRoom())
                .noneMatch(shown ->
                        shown.text().startsWith("asked for") || shown.text().startsWith("whisper"))
                .allMatch(shown -> !shown.text().startsWith("proposed for") || approved.contains(shown.text()));
    }
}

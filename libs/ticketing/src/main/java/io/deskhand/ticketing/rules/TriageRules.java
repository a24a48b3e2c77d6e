package io.deskhand.ticketing.rules;

import static io.deskhand.ticketing.rules.Steps.accept;
import static io.deskhand.ticketing.rules.Steps.refuse;

import io.deskhand.ticketing.command.Command.Rename;
import io.deskhand.ticketing.command.Command.Snooze;
import io.deskhand.ticketing.command.Command.Triage;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.TicketDecision.Condition;
import io.deskhand.ticketing.rules.TicketDecision.Unchanged;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.NextMove.Who;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of triage: subject, team, priority, tags, and setting a ticket aside for a while. */
final class TriageRules {

    TicketDecision triage(Ticket ticket, Triage triage, Instant now) {
        Refusal refusal = check(triage);
        if (ticket.status() == Status.CLOSED) {
            refusal = new Refusal.NotOpen();
        }
        if (refusal != null) {
            return refuse(refusal);
        }
        if (ticket.team().equals(triage.team())
                && ticket.priority() == triage.priority()
                && ticket.tags().equals(triage.tags())) {
            return new Unchanged();
        }
        Ticket after = ticket.with()
                .team(triage.team())
                .priority(triage.priority())
                .tags(triage.tags())
                .times(ticket.times().withUpdatedAt(now))
                .build();
        if (ticket.owner() instanceof Owner.Queue queue && !queue.team().equals(triage.team())) {
            after = after.ownedBy(new Owner.Queue(triage.team()), ticket.next(), after.times());
        }
        NewEntry note = NewEntry.event(
                "Team " + triage.team() + ", priority " + triage.priority(),
                new EntryData.Triaged(triage.by().id(), triage.team(), triage.priority(), triage.tags()));
        return accept(after, null, List.of(note), new Condition.Acts(triage.by().id()));
    }

    TicketDecision rename(Ticket ticket, Rename rename, Instant now) {
        if (ticket.status() == Status.CLOSED) {
            return refuse(new Refusal.NotOpen());
        }
        String subject = rename.subject().strip();
        boolean oneLine = subject.lines().count() == 1 && subject.length() <= TicketLimits.MAX_SUBJECT;
        if (!oneLine) {
            return refuse(new Refusal.Invalid(
                    "subject", "it is one line of 1 to " + TicketLimits.MAX_SUBJECT + " characters"));
        }
        if (subject.equals(ticket.subject())) {
            return new Unchanged();
        }
        Ticket after = ticket.with()
                .subject(subject)
                .times(ticket.times().withUpdatedAt(now))
                .build();
        NewEntry note = NewEntry.event(
                "Renamed to \"" + subject + "\"",
                new EntryData.Renamed(rename.by().id(), ticket.subject(), subject));
        return accept(after, null, List.of(note), new Condition.Acts(rename.by().id()));
    }

    private static @Nullable Refusal check(Triage triage) {
        if (triage.priority() < 0 || triage.priority() > Ticket.MAX_PRIORITY) {
            return new Refusal.Invalid("priority", "it is 0 to " + Ticket.MAX_PRIORITY);
        }
        boolean tags = triage.tags().size() <= TicketLimits.MAX_TAGS
                && triage.tags().stream().allMatch(tag -> !tag.isBlank() && tag.length() <= TicketLimits.MAX_TAG);
        return tags
                ? null
                : new Refusal.Invalid(
                        "tags",
                        "at most " + TicketLimits.MAX_TAGS + ", each of 1 to " + TicketLimits.MAX_TAG + " characters");
    }

    /** The owner owes the next move, then; never while the customer waits for an answer. */
    TicketDecision snooze(Ticket ticket, Snooze snooze, Instant now) {
        if (!ticket.owner().is(snooze.agent())) {
            return refuse(ticket.status().open() ? new Refusal.NotOwner(ticket.owner()) : new Refusal.NotOpen());
        }
        if (ticket.customerWaits()) {
            return refuse(new Refusal.CustomerWaits());
        }
        if (!snooze.until().isAfter(now) || snooze.until().isAfter(now.plus(TicketLimits.MAX_SNOOZE))) {
            return refuse(new Refusal.Invalid(
                    "until", "it is within the next " + TicketLimits.MAX_SNOOZE.toDays() + " days"));
        }
        Ticket aside =
                ticket.awaiting(new NextMove(Who.AGENT, snooze.until()), now).withSnoozed(true);
        NewEntry note = NewEntry.event("Snoozed until " + snooze.until(), new EntryData.Snoozed(snooze.until()));
        return accept(aside, null, List.of(note), new Condition.Acts(snooze.agent()));
    }
}

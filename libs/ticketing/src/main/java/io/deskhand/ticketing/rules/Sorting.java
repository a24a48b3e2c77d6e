package io.deskhand.ticketing.rules;

import static io.deskhand.ticketing.rules.Steps.accept;
import static io.deskhand.ticketing.rules.Steps.refuse;

import io.deskhand.ticketing.command.Command.Snooze;
import io.deskhand.ticketing.command.Command.Sort;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.Decision.Condition;
import io.deskhand.ticketing.rules.Decision.Unchanged;
import io.deskhand.ticketing.ticket.NextMove;
import io.deskhand.ticketing.ticket.NextMove.Who;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of putting a ticket in its place: team, priority, tags, and aside for a while. */
final class Sorting {

    Decision sort(Ticket ticket, Sort sort, Instant now) {
        Refusal refusal = check(sort);
        if (ticket.status() == Status.CLOSED) {
            refusal = new Refusal.NotOpen();
        }
        if (refusal != null) {
            return refuse(refusal);
        }
        if (ticket.team().equals(sort.team())
                && ticket.priority() == sort.priority()
                && ticket.tags().equals(sort.tags())) {
            return new Unchanged();
        }
        Ticket sorted = ticket.with()
                .team(sort.team())
                .priority(sort.priority())
                .tags(sort.tags())
                .times(ticket.times().withUpdatedAt(now))
                .build();
        if (ticket.owner() instanceof Owner.Queue queue && !queue.team().equals(sort.team())) {
            sorted = sorted.ownedBy(new Owner.Queue(sort.team()), ticket.next(), sorted.times());
        }
        NewEntry note = Steps.event(
                "SORTED",
                "Team " + sort.team() + ", priority " + sort.priority(),
                Map.of("agent", sort.by().id().value(), "tags", sort.tags()));
        return accept(sorted, null, List.of(note), new Condition.Acts(sort.by().id()));
    }

    private static @Nullable Refusal check(Sort sort) {
        if (sort.priority() < 0 || sort.priority() > Ticket.MAX_PRIORITY) {
            return new Refusal.Invalid("priority", "it is 0 to " + Ticket.MAX_PRIORITY);
        }
        boolean tags = sort.tags().size() <= Limits.MAX_TAGS
                && sort.tags().stream().allMatch(tag -> !tag.isBlank() && tag.length() <= Limits.MAX_TAG);
        return tags
                ? null
                : new Refusal.Invalid(
                        "tags", "at most " + Limits.MAX_TAGS + ", each of 1 to " + Limits.MAX_TAG + " characters");
    }

    /** The owner owes the next move, then; never while the customer waits for an answer. */
    Decision snooze(Ticket ticket, Snooze snooze, Instant now) {
        if (!ticket.owner().is(snooze.agent())) {
            return refuse(ticket.status().open() ? new Refusal.NotOwner(ticket.owner()) : new Refusal.NotOpen());
        }
        if (ticket.customerWaits()) {
            return refuse(new Refusal.CustomerWaits());
        }
        if (!snooze.until().isAfter(now) || snooze.until().isAfter(now.plus(Limits.MAX_SNOOZE))) {
            return refuse(
                    new Refusal.Invalid("until", "it is within the next " + Limits.MAX_SNOOZE.toDays() + " days"));
        }
        Ticket aside =
                ticket.awaiting(new NextMove(Who.AGENT, snooze.until()), now).withSnoozed(true);
        NewEntry note = Steps.event("SNOOZED", "Snoozed until " + snooze.until(), Map.of());
        return accept(aside, null, List.of(note), new Condition.Acts(snooze.agent()));
    }
}

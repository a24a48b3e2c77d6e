package io.deskhand.ticketing.rules;

import static io.deskhand.ticketing.rules.Steps.CUT;
import static io.deskhand.ticketing.rules.Steps.accept;
import static io.deskhand.ticketing.rules.Steps.checkText;
import static io.deskhand.ticketing.rules.Steps.refuse;

import io.deskhand.ticketing.command.Command.RequireApproval;
import io.deskhand.ticketing.command.Command.Whisper;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.EntryData.Guidance.Source;
import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.TicketDecision.Condition;
import io.deskhand.ticketing.rules.TicketDecision.Unchanged;
import io.deskhand.ticketing.ticket.HumanReview;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of guidance that the bot has not asked for: whispers, which its next answer takes into account (G18 in docs/handoff.md), and required approval. */
final class GuidanceRules {

    TicketDecision whisper(Ticket ticket, Whisper whisper, Instant now) {
        HumanReview review = ticket.review();
        Refusal refusal = withBot(ticket);
        if (refusal == null) {
            refusal = checkText(whisper.text(), TicketLimits.MAX_TEXT);
        }
        if (refusal == null && review.guidanceWaiting() >= TicketLimits.MAX_WAITING_GUIDANCE) {
            refusal = new Refusal.Invalid(
                    "text", "the bot has " + TicketLimits.MAX_WAITING_GUIDANCE + " whispers waiting already");
        }
        if (refusal != null) {
            return refuse(refusal);
        }
        Ticket guided = ticket.with()
                .review(review.guided())
                .times(ticket.times().withUpdatedAt(now))
                .build();
        return accept(
                guided,
                null,
                List.of(guidance(ticket, whisper.by(), Source.WHISPER, whisper.text())),
                acts(whisper.by()));
    }

    TicketDecision approval(Ticket ticket, RequireApproval approval, Instant now) {
        if (!ticket.status().open()) {
            return refuse(new Refusal.NotOpen());
        }
        if (ticket.review().approval() == approval.required()) {
            return new Unchanged();
        }
        Ticket after = ticket.with()
                .review(ticket.review().withApproval(approval.required()))
                .times(ticket.times().withUpdatedAt(now))
                .build();
        String name = approval.by().name();
        NewEntry note = approval.required()
                ? NewEntry.event(name + " wants to approve what the bot says", new EntryData.ApprovalRequired())
                : NewEntry.event(name + " lets the bot speak for itself", new EntryData.ApprovalWaived());
        // What the bot is saying stops here; it proposes it again.
        return accept(after, approval.required() ? CUT : null, List.of(note), acts(approval.by()));
    }

    static NewEntry guidance(Ticket ticket, Owner.Agent by, Source source, String text) {
        int number = ticket.review().guidanceGiven() + 1;
        return NewEntry.note(Author.of(by), text, new EntryData.Guidance(source, number));
    }

    static @Nullable Refusal withBot(Ticket ticket) {
        if (!ticket.status().open()) {
            return new Refusal.NotOpen();
        }
        return ticket.status() == Status.BOT ? null : new Refusal.NotWithBot(ticket.owner());
    }

    static Condition acts(Owner.Agent agent) {
        return new Condition.Acts(agent.id());
    }
}

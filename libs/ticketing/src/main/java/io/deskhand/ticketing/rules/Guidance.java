package io.deskhand.ticketing.rules;

import static io.deskhand.ticketing.rules.Steps.CUT;
import static io.deskhand.ticketing.rules.Steps.accept;
import static io.deskhand.ticketing.rules.Steps.checkText;
import static io.deskhand.ticketing.rules.Steps.refuse;

import io.deskhand.ticketing.command.Command.RequireApproval;
import io.deskhand.ticketing.command.Command.Whisper;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.log.LogEntry.Author;
import io.deskhand.ticketing.log.NewEntry;
import io.deskhand.ticketing.rules.Decision.Condition;
import io.deskhand.ticketing.rules.Decision.Unchanged;
import io.deskhand.ticketing.ticket.Counsel;
import io.deskhand.ticketing.ticket.Owner;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of how colleagues guide a bot unasked: numbered words for it alone, which its next answer heeds (G18 in docs/handoff.md), and the wish to approve its answers. */
final class Guidance {

    Decision whisper(Ticket ticket, Whisper whisper, Instant now) {
        Counsel counsel = ticket.counsel();
        Refusal refusal = withBot(ticket);
        if (refusal == null) {
            refusal = checkText(whisper.text(), Limits.MAX_TEXT);
        }
        if (refusal == null && counsel.given() - counsel.heeded() >= Limits.MAX_WAITING_GUIDANCE) {
            refusal = new Refusal.Invalid(
                    "text", "the bot has " + Limits.MAX_WAITING_GUIDANCE + " whispers to heed already");
        }
        if (refusal != null) {
            return refuse(refusal);
        }
        Ticket guided = ticket.with()
                .counsel(counsel.guided())
                .times(ticket.times().withUpdatedAt(now))
                .build();
        return accept(guided, null, List.of(word(ticket, whisper.by(), "WHISPER", whisper.text())), acts(whisper.by()));
    }

    Decision approval(Ticket ticket, RequireApproval approval, Instant now) {
        if (!ticket.status().open()) {
            return refuse(new Refusal.NotOpen());
        }
        if (ticket.counsel().approval() == approval.required()) {
            return new Unchanged();
        }
        Ticket after = ticket.with()
                .counsel(ticket.counsel().withApproval(approval.required()))
                .times(ticket.times().withUpdatedAt(now))
                .build();
        String name = approval.by().name();
        NewEntry note = approval.required()
                ? Steps.event("APPROVAL_REQUIRED", name + " wants to approve what the bot says", Map.of())
                : Steps.event("APPROVAL_WAIVED", name + " lets the bot speak for itself", Map.of());
        // What the bot is saying stops here; it is proposed anew.
        return accept(after, approval.required() ? CUT : null, List.of(note), acts(approval.by()));
    }

    static NewEntry word(Ticket ticket, Owner.Agent by, String event, String text) {
        int number = ticket.counsel().given() + 1;
        return NewEntry.note(Author.of(by), text, Map.of("event", event, "word", number));
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

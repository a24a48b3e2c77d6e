package io.deskhand.ticketing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.ticketing.command.Command.Rename;
import io.deskhand.ticketing.command.Command.Resolve;
import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.LogEntry.Kind;
import io.deskhand.ticketing.rules.TicketDecision.Commit;
import io.deskhand.ticketing.rules.TicketDecision.Unchanged;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RenameTest extends RulesTest {

    @Test
    void any_agent_gives_a_ticket_another_subject_and_colleagues_see_both() {
        Ticket ticket = claimed();
        Commit commit = accepted(ticket, new Rename("n", BEN, "  Parcel lost in Oslo "));
        assertThat(commit.after().subject()).isEqualTo("Parcel lost in Oslo");
        assertThat(commit.after().owner()).isEqualTo(ticket.owner());
        assertThat(commit.after().epoch()).isEqualTo(ticket.epoch());
        assertThat(commit.after().next()).isEqualTo(ticket.next());
        assertThat(commit.entries()).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(Kind.NOTE);
            assertThat(note.data())
                    .isEqualTo(new EntryData.Renamed(BEN.id(), "Where is my parcel?", "Parcel lost in Oslo"));
        });
    }

    @Test
    void the_subject_that_it_has_changes_nothing() {
        assertThat(rules.decide(claimed(), new Rename("n", ANNA, "Where is my parcel?"), DecisionContext.at(now)))
                .isInstanceOf(Unchanged.class);
    }

    @Test
    void a_subject_is_one_line_of_1_to_200_characters() {
        for (String subject : new String[] {"", "  ", "one\ntwo", "x".repeat(201)}) {
            assertThat(refused(claimed(), new Rename("n", ANNA, subject)))
                    .as(subject)
                    .isEqualTo(new Refusal.Invalid("subject", "it is one line of 1 to 200 characters"));
        }
        assertThat(after(claimed(), new Rename("n", ANNA, "x".repeat(200))).subject())
                .hasSize(200);
    }

    @Test
    void a_closed_ticket_keeps_its_subject() {
        Ticket resolved = after(claimed(), new Resolve("r", ANNA, true));
        now = now.plus(Duration.ofHours(72));
        Ticket closed = after(resolved, expiry(resolved));
        assertThat(refused(closed, new Rename("n", ANNA, "Parcel"))).isEqualTo(new Refusal.NotOpen());
    }
}

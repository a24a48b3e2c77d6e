package io.deskhand.bot.ticket;

import io.deskhand.bot.turn.DialogueHistory;
import io.deskhand.bot.turn.HandoffPackets;
import io.deskhand.brain.Asker;
import io.deskhand.brain.Decision;
import io.deskhand.brain.Decision.Packet;
import io.deskhand.brain.Decision.Route;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.policy.Dialogue;
import io.deskhand.brain.policy.PacketWriter;
import io.deskhand.ticketing.command.Command;
import io.deskhand.ticketing.id.TeamId;
import io.deskhand.ticketing.log.HandoffPacket;
import io.deskhand.ticketing.store.TicketQueries.Snapshot;
import io.deskhand.ticketing.ticket.EscalationReason;
import io.deskhand.ticketing.ticket.Ticket;
import java.time.Instant;
import java.util.Optional;

/**
 * The command behind "talk to a person": its packet is written from the log alone, so that no model is in the way. It goes where the bot's rules send this customer, as if they had
 * asked in words.
 */
final class HumanRequest {

    private HumanRequest() {}

    /** @param bot empty if it is not there any more: asking for a person works all the same (I11) */
    static Command.Escalate command(Optional<Bot> bot, Snapshot snapshot, Asker asker, Instant now) {
        Ticket ticket = snapshot.ticket();
        Route route = bot.map(known -> known.route(asker)).orElse(Route.USUAL);
        return new Command.Escalate(
                "asked:" + ticket.epoch(),
                EscalationReason.ASKED,
                null,
                "",
                bot.map(known -> packet(known, snapshot, asker, now))
                        .orElseGet(() -> HandoffPacket.of(EscalationReason.ASKED, ticket.preview(), "", "")),
                bot.map(known -> known.text(Notice.TRANSFER, ticket.language())).orElse(""),
                route.team() == null ? null : new TeamId(route.team()),
                route.priority());
    }

    private static HandoffPacket packet(Bot bot, Snapshot snapshot, Asker asker, Instant now) {
        return HandoffPackets.of(Decision.Reason.ASKED, first(bot, snapshot, asker, now), asker, null);
    }

    /** The packet that goes into the commit. */
    static Packet first(Bot bot, Snapshot snapshot, Asker asker, Instant now) {
        return PacketWriter.write(
                bot,
                Dialogue.of(request(snapshot, asker, now)),
                snapshot.ticket().language());
    }

    /** What had been said when the customer asked. */
    static TurnRequest request(Snapshot snapshot, Asker asker, Instant now) {
        Ticket ticket = snapshot.ticket();
        return new TurnRequest(
                        ticket.id().value(), ticket.customerPos(), DialogueHistory.of(snapshot), ticket.language(), now)
                .withCustomer(ticket.customer().value())
                .withAsker(asker);
    }
}

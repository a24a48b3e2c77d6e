package io.deskhand.bot.ticket;

import io.deskhand.bot.turn.DialogueHistory;
import io.deskhand.bot.turn.HandoffPackets;
import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnDecision.Packet;
import io.deskhand.brain.TurnDecision.Route;
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
 * The command behind "talk to a person": the packet comes from the log alone, so that no model is involved. The bot's rules choose the team, as for a request in a message.
 */
final class HumanRequest {

    private HumanRequest() {}

    /** @param bot empty if it is not there any more: asking for a person works all the same (I11) */
    static Command.Escalate command(
            Optional<Bot> bot, Snapshot snapshot, CustomerContext customerContext, Instant now) {
        Ticket ticket = snapshot.ticket();
        Route route = bot.map(known -> known.route(customerContext)).orElse(Route.USUAL);
        return new Command.Escalate(
                "asked:" + ticket.epoch(),
                EscalationReason.ASKED,
                null,
                "",
                bot.map(known -> packet(known, snapshot, customerContext, now))
                        .orElseGet(() -> HandoffPacket.of(EscalationReason.ASKED, ticket.preview(), "", "")),
                bot.map(known -> known.text(Notice.TRANSFER, ticket.language())).orElse(""),
                route.team() == null ? null : new TeamId(route.team()),
                route.priority());
    }

    private static HandoffPacket packet(Bot bot, Snapshot snapshot, CustomerContext customerContext, Instant now) {
        return HandoffPackets.of(
                TurnDecision.Reason.ASKED, first(bot, snapshot, customerContext, now), customerContext, null);
    }

    /** The packet that goes into the commit. */
    static Packet first(Bot bot, Snapshot snapshot, CustomerContext customerContext, Instant now) {
        return PacketWriter.write(
                bot,
                Dialogue.of(request(snapshot, customerContext, now)),
                snapshot.ticket().language());
    }

    /** The dialogue up to the request. */
    static TurnRequest request(Snapshot snapshot, CustomerContext customerContext, Instant now) {
        Ticket ticket = snapshot.ticket();
        return new TurnRequest(
                        ticket.id().value(), ticket.customerPos(), DialogueHistory.of(snapshot), ticket.language(), now)
                .withCustomer(ticket.customer().value())
                .withCustomerContext(customerContext);
    }
}

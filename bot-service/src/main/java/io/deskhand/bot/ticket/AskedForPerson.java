package io.deskhand.bot.ticket;

import io.deskhand.brain.Decision.Packet;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.TurnRequest.Speaker;
import io.deskhand.brain.TurnRequest.Utterance;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.policy.Dialogue;
import io.deskhand.brain.policy.PacketWriter;
import io.deskhand.ticketing.Command;
import io.deskhand.ticketing.EscalationReason;
import io.deskhand.ticketing.LogEntry;
import io.deskhand.ticketing.LogEntry.Kind;
import io.deskhand.ticketing.Ticket;
import io.deskhand.ticketing.Tickets.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command behind "talk to a person": its packet is written from the log alone, so that no model is in the way. */
final class AskedForPerson {

    private AskedForPerson() {}

    /** @param bot empty if it is not there any more: asking for a person works all the same (I11) */
    static Command.Escalate command(Optional<Bot> bot, Snapshot snapshot, Instant now) {
        Ticket ticket = snapshot.ticket();
        return new Command.Escalate(
                "asked:" + ticket.epoch(),
                EscalationReason.ASKED,
                null,
                "",
                bot.map(known -> packet(known, snapshot, now))
                        .orElseGet(() -> Map.of("reason", EscalationReason.ASKED.name(), "wants", ticket.preview())),
                bot.map(known -> known.text(Notice.TRANSFER, ticket.language())).orElse(""));
    }

    private static Map<String, Object> packet(Bot bot, Snapshot snapshot, Instant now) {
        Packet packet = PacketWriter.write(
                bot, dialogue(snapshot, now), snapshot.ticket().language());
        return Map.of(
                "reason", EscalationReason.ASKED.name(),
                "wants", packet.wants(),
                "tried", packet.tried(),
                "facts", packet.facts(),
                "question", packet.question(),
                "suggestedReply", packet.suggestedReply());
    }

    private static Dialogue dialogue(Snapshot snapshot, Instant now) {
        Ticket ticket = snapshot.ticket();
        List<Utterance> said = new ArrayList<>();
        for (LogEntry entry : snapshot.entries()) {
            if (entry.kind() == Kind.MARKER) {
                said.clear();
            } else if (entry.kind() == Kind.MESSAGE && !isGreeting(entry)) {
                said.add(new Utterance(speaker(entry), entry.text()));
            }
        }
        return Dialogue.of(new TurnRequest(ticket.id().value(), ticket.customerPos(), said, ticket.language(), now));
    }

    private static boolean isGreeting(LogEntry entry) {
        return entry.pos() == 1 && entry.author().role() == LogEntry.Author.Role.BOT;
    }

    private static Speaker speaker(LogEntry entry) {
        return switch (entry.author().role()) {
            case CUSTOMER -> Speaker.CUSTOMER;
            case AGENT -> Speaker.AGENT;
            case BOT, SYSTEM -> Speaker.BOT;
        };
    }
}

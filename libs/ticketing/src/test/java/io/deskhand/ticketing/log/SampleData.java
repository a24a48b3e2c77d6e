package io.deskhand.ticketing.log;

import io.deskhand.ticketing.log.BotDecision.Outcome;
import io.deskhand.ticketing.ticket.EscalationReason;

/** Entry data for tests that do not look at most of it. */
public final class SampleData {

    public static final BotDecision ANSWERED = BotDecision.of(Outcome.ANSWERED, "abc");

    public static final HandoffPacket PACKET = packet("");

    private SampleData() {}

    public static HandoffPacket packet(String wants) {
        return HandoffPacket.of(EscalationReason.ASKED, wants, "", "");
    }
}

package io.deskhand.bot.turn;

import io.deskhand.brain.Decision.Packet;
import io.deskhand.brain.Decision.Reason;
import java.util.HashMap;
import java.util.Map;

/** The handoff packet as the log keeps it (docs/api.md, PACKET entries). */
public final class PacketData {

    private PacketData() {}

    public static Map<String, Object> of(Reason reason, Packet packet) {
        Map<String, Object> data = new HashMap<>();
        data.put("reason", reason.name());
        data.put("wants", packet.wants());
        data.put("tried", packet.tried());
        data.put("facts", packet.facts());
        data.put("question", packet.question());
        data.put("suggestedReply", packet.suggestedReply());
        return data;
    }
}

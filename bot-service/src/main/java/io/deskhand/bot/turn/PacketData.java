package io.deskhand.bot.turn;

import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.TurnDecision.Packet;
import io.deskhand.brain.TurnDecision.Reason;
import java.util.HashMap;
import java.util.Map;

/** The handoff packet as the log keeps it (docs/api.md, PACKET entries). */
public final class PacketData {

    private PacketData() {}

    /** @param customerContext whom the packet is about; what the service knows of them stands apart from what was said, so that nobody writes themselves a better name */
    public static Map<String, Object> of(Reason reason, Packet packet, CustomerContext customerContext) {
        Map<String, Object> data = new HashMap<>();
        data.put("reason", reason.name());
        data.put(
                "customer",
                Map.of("trust", customerContext.trust().name(), "attributes", customerContext.attributes()));
        data.put("wants", packet.wants());
        data.put("tried", packet.tried());
        data.put("facts", packet.facts());
        data.put("question", packet.question());
        data.put("suggestedReply", packet.suggestedReply());
        return data;
    }
}

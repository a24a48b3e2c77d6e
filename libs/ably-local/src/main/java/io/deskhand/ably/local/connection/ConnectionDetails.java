package io.deskhand.ably.local.connection;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.ably.local.limits.Retention;
import io.deskhand.ably.local.wire.Fields;

/** The connectionDetails of a CONNECTED frame. */
final class ConnectionDetails {
    private static final int UNLIMITED_RATE = 1000;

    private ConnectionDetails() {}

    static ObjectNode of(Connection connection, AblyLimits limits, Retention retention) {
        AblyLimits.Rates rates = limits.rates();
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.put("connectionKey", connection.key());
        Fields.put(details, "clientId", connection.identity().announced());
        details.put("maxMessageSize", limits.maxMessageSize());
        details.put("maxFrameSize", limits.maxFrameSize());
        details.put("maxInboundRate", rates == null ? UNLIMITED_RATE : rates.connectionPublishes());
        details.put("maxOutboundRate", rates == null ? UNLIMITED_RATE : rates.connectionDeliveries());
        details.put("connectionStateTtl", retention.connectionState().toMillis());
        details.put("maxIdleInterval", Connections.MAX_IDLE_MS);
        details.put("serverId", "local");
        details.put("siteCode", "local");
        return details;
    }
}

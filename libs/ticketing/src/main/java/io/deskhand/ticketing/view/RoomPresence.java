package io.deskhand.ticketing.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What members of a room say of themselves. Customers say nothing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "role")
@JsonSubTypes({
    @Type(value = RoomPresence.BotPresence.class, name = "bot"),
    @Type(value = RoomPresence.AgentPresence.class, name = "agent")
})
public sealed interface RoomPresence {

    String name();

    /** The bot that owns the ticket, entered by its service. */
    record BotPresence(String name, Activity status) implements RoomPresence {

        public enum Activity {
            @JsonProperty("answering")
            ANSWERING,
            @JsonProperty("idle")
            IDLE
        }
    }

    /** The agent who owns the ticket, entered by their dashboard. */
    record AgentPresence(String name) implements RoomPresence {}
}

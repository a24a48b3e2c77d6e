package io.deskhand.realtime;

import com.google.gson.JsonObject;
import io.deskhand.ticketing.log.LogEntry;
import io.deskhand.ticketing.view.RoomHeaders;
import io.deskhand.ticketing.view.RoomMetadata;

/** The form of an entry in the room (docs/api.md, "Room messages"). */
record RoomMessage(String text, RoomHeaders headers, RoomMetadata metadata) {

    static JsonObject of(LogEntry entry) {
        return WireJson.of(new RoomMessage(entry.text(), RoomHeaders.of(entry), RoomMetadata.of(entry)));
    }
}

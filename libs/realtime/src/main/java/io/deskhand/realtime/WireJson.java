package io.deskhand.realtime;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** Our views as Ably's SDK takes them; written by Jackson, which the OpenAPI documents describe. */
final class WireJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private WireJson() {}

    static JsonObject of(Object view) {
        return JsonParser.parseString(MAPPER.writeValueAsString(view)).getAsJsonObject();
    }
}

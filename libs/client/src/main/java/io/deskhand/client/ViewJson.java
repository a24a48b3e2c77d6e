package io.deskhand.client;

import io.deskhand.ticketing.rules.AgentAction;
import io.deskhand.ticketing.rules.CustomerAction;
import io.deskhand.ticketing.view.AgentEntry;
import io.deskhand.ticketing.view.AgentSnapshot;
import io.deskhand.ticketing.view.AgentTicket;
import io.deskhand.ticketing.view.CustomerEntry;
import io.deskhand.ticketing.view.CustomerSnapshot;
import io.deskhand.ticketing.view.CustomerTicket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of the services as view records. A part of an unknown kind, state or status is left out and counted, never guessed. */
final class ViewJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final LongAdder leftOut = new LongAdder();

    long leftOut() {
        return leftOut.sum();
    }

    void leaveOut() {
        leftOut.increment();
    }

    String write(Object body) {
        return MAPPER.writeValueAsString(body);
    }

    /** @throws DeskhandException if it is no JSON */
    JsonNode tree(String text) {
        try {
            return text.isEmpty() ? MAPPER.missingNode() : MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw DeskhandException.noAnswer("unable to read an answer; it is no JSON", e);
        }
    }

    /** @throws DeskhandException if the service says something that this version of the client does not know */
    <T> T read(JsonNode value, Class<T> type) {
        try {
            return MAPPER.treeToValue(value, type);
        } catch (DatabindException e) {
            throw DeskhandException.noAnswer("unable to read a " + type.getSimpleName() + "; " + e.getMessage(), e);
        }
    }

    <T> Optional<T> known(JsonNode value, Class<T> type) {
        try {
            return Optional.of(MAPPER.treeToValue(value, type));
        } catch (DatabindException e) {
            leaveOut();
            return Optional.empty();
        }
    }

    private <T> List<T> knownOf(JsonNode array, Class<T> type) {
        List<T> known = new ArrayList<>();
        array.forEach(element -> known(element, type).ifPresent(known::add));
        return known;
    }

    CustomerSnapshot customerSnapshot(JsonNode body) {
        return new CustomerSnapshot(
                read(body.path("ticket"), CustomerTicket.class),
                knownOf(body.path("entries"), CustomerEntry.class),
                knownOf(body.path("actions"), CustomerAction.class));
    }

    AgentSnapshot agentSnapshot(JsonNode body) {
        return new AgentSnapshot(
                read(body.path("ticket"), AgentTicket.class),
                knownOf(body.path("entries"), AgentEntry.class),
                knownOf(body.path("actions"), AgentAction.class));
    }

    List<CustomerTicket> customerTickets(JsonNode body) {
        return knownOf(body.path("tickets"), CustomerTicket.class);
    }

    List<AgentTicket> agentTickets(JsonNode body) {
        return knownOf(body.path("tickets"), AgentTicket.class);
    }
}

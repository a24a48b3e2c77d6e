package io.deskhand.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.rules.AgentAction;
import io.deskhand.ticketing.rules.CustomerAction;
import io.deskhand.ticketing.ticket.Status;
import io.deskhand.ticketing.view.AgentSnapshot;
import io.deskhand.ticketing.view.CustomerSnapshot;
import org.junit.jupiter.api.Test;

/** Snapshots and lists: one part of an unknown kind does not cost the rest. */
class ViewJsonTest {

    private static final String CUSTOMER_TICKET = """
            {"id":"t1","customer":"c1","bot":"demo-store","botName":"Fern","room":"ticket:c1:t1","subject":"",
             "language":"en","status":"%s","owner":{"type":"BOT","id":"demo-store","name":"Fern"},"epoch":1,"rev":1,
             "next":{"who":"BOT","dueAt":"2026-03-02T09:30:00Z"},"createdAt":"2026-03-02T09:30:00Z",
             "updatedAt":"2026-03-02T09:30:00Z","preview":"","aroma":"a field of a newer service"}""";

    private static final String AGENT_TICKET = """
            {"id":"%s","customer":"c1","customerName":"","bot":"demo-store","botName":"Fern","room":"ticket:c1:t1",
             "subject":"","language":"en","team":"general","priority":0,"tags":[],"status":"%s",
             "owner":{"type":"BOT","id":"demo-store","name":"Fern"},"epoch":1,"rev":1,
             "createdAt":"2026-03-02T09:30:00Z","updatedAt":"2026-03-02T09:30:00Z","queueRank":0,"front":false,
             "alerts":0,"snoozed":false,"customerPos":0,"answeredPos":0,
             "review":{"approval":false,"guidanceGiven":0,"guidanceApplied":0},"preview":""}""";

    private static final String ENTRY = """
            {"pos":%d,"at":"2026-03-02T09:30:00Z","epoch":1,"kind":"%s","author":{"role":"SYSTEM","id":"system","name":""},
             "text":"","state":"%s","seq":1,"citations":[]%s}""";

    private final ViewJson json = new ViewJson();

    @Test
    void customer_snapshot_without_the_entries_and_actions_that_it_does_not_know() {
        CustomerSnapshot snapshot = json.customerSnapshot(json.tree("{\"ticket\":" + CUSTOMER_TICKET.formatted("BOT")
                + ",\"entries\":[" + ENTRY.formatted(1, "NOTICE", "FINAL", "") + ","
                + ENTRY.formatted(2, "HOLOGRAM", "FINAL", "") + "," + ENTRY.formatted(3, "MARKER", "DREAMT", "") + ","
                + ENTRY.formatted(4, "MARKER", "FINAL", "") + "],\"actions\":[\"ESCALATE\",\"LEVITATE\"]}"));

        assertThat(snapshot.entries()).extracting(entry -> entry.pos()).containsExactly(1L, 4L);
        assertThat(snapshot.actions()).containsExactly(CustomerAction.ESCALATE);
        assertThat(snapshot.ticket().status()).isEqualTo(Status.BOT);
        assertThat(json.leftOut()).isEqualTo(3);
    }

    @Test
    void agent_snapshot_without_the_entry_whose_data_is_of_an_unknown_type() {
        AgentSnapshot snapshot = json.agentSnapshot(json.tree("{\"ticket\":" + AGENT_TICKET.formatted("t1", "HUMAN")
                + ",\"entries\":["
                + ENTRY.formatted(1, "MARKER", "FINAL", ",\"data\":{\"type\":\"CLAIMED\",\"agent\":\"anna\"}")
                + ","
                + ENTRY.formatted(2, "MARKER", "FINAL", ",\"data\":{\"type\":\"TELEPORTED\"}")
                + "],\"actions\":[\"CLAIM\"]}"));

        assertThat(snapshot.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.data()).isInstanceOf(EntryData.Claimed.class));
        assertThat(snapshot.actions()).containsExactly(AgentAction.CLAIM);
        assertThat(json.leftOut()).isEqualTo(1);
    }

    @Test
    void list_without_the_ticket_in_an_unknown_status() {
        assertThat(json.agentTickets(json.tree("{\"tickets\":[" + AGENT_TICKET.formatted("t1", "LIMBO") + ","
                        + AGENT_TICKET.formatted("t2", "QUEUED") + "]}")))
                .extracting(ticket -> ticket.id())
                .containsExactly("t2");
        assertThat(json.leftOut()).isEqualTo(1);
    }

    @Test
    void the_one_ticket_that_was_asked_for_in_an_unknown_status_is_an_error() {
        assertThatThrownBy(() ->
                        json.customerSnapshot(json.tree("{\"ticket\":" + CUSTOMER_TICKET.formatted("LIMBO") + "}")))
                .isInstanceOf(DeskhandException.class);
    }
}

package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskhand.ably.local.faults.ServerFault;
import io.deskhand.ably.local.limits.Retention;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Flag;
import io.deskhand.ably.local.wire.Format;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("faults on demand")
class FaultsTest extends RawTest {

    FaultsTest(Format format) {
        super(format);
    }

    @Override
    protected AblyLocalOptions options() {
        return AblyLocalOptions.defaults()
                .withFaultsEndpoint(true)
                .withRetention(Retention.defaults().withOutboundBytes(100_000));
    }

    @Test
    void a_dropped_client_is_cut_without_a_word_and_may_resume_while_others_stay() {
        RawSocket ann = raw.connect("clientId=ann");
        RawSocket bob = raw.connect("clientId=bob");
        server.inject(new ServerFault.Drop("ann"));
        assertThat(ann.closeCode()).isEqualTo(1006);
        assertThat(raw.connect("clientId=ann&resume=" + Raw.escape(ann.key())).id())
                .isEqualTo(ann.id());
        assertThat(bob.settled()).isEmpty();
        server.inject(new ServerFault.Drop(bob.id()));
        assertThat(bob.closeCode()).isEqualTo(1006);
    }

    @Test
    void all_can_be_dropped() {
        List<RawSocket> sockets = List.of(raw.connect(), raw.connect(), raw.connect());
        server.inject(new ServerFault.DropAll());
        assertThat(sockets).allMatch(socket -> socket.closeCode() == 1006);
    }

    @Test
    void new_connections_are_refused_until_told_otherwise() {
        server.inject(new ServerFault.Refuse(true));
        assertThat(code(raw.open("").next(Action.DISCONNECTED))).isEqualTo(80003);
        server.inject(new ServerFault.Refuse(false));
        assertThat(raw.connect().id()).isNotEmpty();
    }

    @Test
    void delayed_frames_keep_their_order() {
        RawSocket socket = raw.connect();
        socket.attach("room");
        server.seedFaults(1);
        server.inject(new ServerFault.Delay(Duration.ofMillis(5), Duration.ofMillis(40)));
        long start = InstantSource.system().millis();
        for (int i = 0; i < 10; i++) {
            socket.publish("room", "[{'name':'n%d'}]", i);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            JsonNode frame = socket.next();
            if (frame.path("action").asInt() == Action.MESSAGE) {
                names.add(frame.path("messages").path(0).path("name").asText());
            }
        }
        assertThat(names).containsExactly("n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9");
        assertThat(InstantSource.system().millis() - start).isGreaterThanOrEqualTo(5);
        server.clearFaults();
        socket.publish("room", "[{}]");
        socket.until(Action.ACK);
    }

    @Test
    void duplicates_follow_from_the_seed() {
        List<Integer> counts = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            server.seedFaults(42);
            server.inject(new ServerFault.Duplicate(0.5));
            RawSocket socket = raw.connect();
            socket.attach("room" + round);
            for (int i = 0; i < 50; i++) {
                socket.publish("room" + round, "[{}]");
            }
            List<JsonNode> frames = socket.settled();
            counts.add((int) frames.stream()
                    .filter(f -> f.path("action").asInt() == Action.MESSAGE)
                    .count());
            assertThat(frames.stream().filter(f -> f.path("action").asInt() == Action.ACK))
                    .hasSize(50);
        }
        assertThat(counts.getFirst()).isBetween(60, 95);
        assertThat(counts.get(1)).isEqualTo(counts.getFirst());
    }

    @Test
    void lost_state_is_a_discontinuity() {
        RawSocket first = raw.connect();
        String position = first.attach("room").path("channelSerial").asText();
        server.inject(new ServerFault.LoseState());
        assertThat(first.closeCode()).isEqualTo(1006);
        RawSocket second = raw.connect("resume=" + Raw.escape(first.key()));
        assertThat(code(second.connected())).isEqualTo(80018);
        JsonNode attached = second.attach("room", "{'channelSerial':'%s'}", position);
        assertThat(attached.path("flags").asInt() & Flag.RESUMED).isZero();
        assertThat(code(attached)).isEqualTo(90003);
    }

    @Test
    void a_slowed_subscriber_is_disconnected_before_it_takes_the_memory_and_told_of_its_loss() {
        RawSocket slow = raw.connect("clientId=slow");
        String position = slow.attach("room").path("channelSerial").asText();
        server.inject(new ServerFault.SlowDown("slow", 1_000));
        RawSocket publisher = raw.connect();
        for (int i = 0; i < 10; i++) {
            publisher.published("room", "[{'data':'%s'}]", "x".repeat(20_000));
        }
        assertThat(slow.closeCode()).isEqualTo(1006);
        server.clearFaults();
        RawSocket again = raw.connect("clientId=slow&resume=" + Raw.escape(slow.key()));
        assertThat(again.id()).isEqualTo(slow.id());
        JsonNode attached = again.attach("room", "{'channelSerial':'%s'}", position);
        assertThat(code(attached)).isEqualTo(90004);
        assertThat(again.settled()).isEmpty();
    }

    @Test
    void requests_fail_as_asked_and_as_often() {
        server.inject(new ServerFault.FailRequests("/chat/", 50003, 503, 2));
        String path = "/chat/v4/rooms/r/messages";
        assertThat(raw.get(path).errorCode()).isEqualTo(50003);
        assertThat(raw.get("/time").status()).isEqualTo(200);
        assertThat(raw.get(path).status()).isEqualTo(503);
        assertThat(raw.get(path).status()).isEqualTo(200);
    }

    @Test
    void frozen_presence_moves_again_in_order_when_thawed() {
        RawSocket watcher = raw.connect();
        watcher.attach("room");
        RawSocket ann = raw.connect("clientId=ann");
        ann.attach("room");
        server.inject(new ServerFault.FreezePresence(true));
        ann.presence("room", "[{'action':2}]");
        ann.presence("room", "[{'action':3}]");
        assertThat(ann.settled()).extracting(f -> f.path("action").asInt()).containsExactly(Action.ACK, Action.ACK);
        assertThat(watcher.settled()).isEmpty();
        server.inject(new ServerFault.FreezePresence(false));
        assertThat(watcher.next(Action.PRESENCE)
                        .path("presence")
                        .path(0)
                        .path("action")
                        .asInt())
                .isEqualTo(2);
        assertThat(watcher.next(Action.PRESENCE)
                        .path("presence")
                        .path(0)
                        .path("action")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void all_faults_can_be_asked_for_over_http() {
        RawSocket socket = raw.connect("clientId=ann");
        String json = "application/json";
        Raw over = new Raw(server, Format.JSON);
        for (String fault : List.of(
                "{'fault':'delay','atLeastMs':1,'atMostMs':2,'seed':7}",
                "{'fault':'duplicate','probability':0.1}",
                "{'fault':'slowDown','client':'ann','bytesPerSecond':1000000}",
                "{'fault':'failRequests','pathPrefix':'/never','code':40000,'status':400,'times':1}",
                "{'fault':'freezePresence','frozen':false}",
                "{'fault':'refuse','refusing':false}",
                "{'fault':'drop','client':'nobody'}",
                "{'seed':9}")) {
            assertThat(over.post("/_local/faults", Raw.json(fault), "Content-Type", json)
                            .status())
                    .as(fault)
                    .isEqualTo(200);
        }
        assertThat(over.send("DELETE", "/_local/faults", null).status()).isEqualTo(204);
        assertThat(socket.settled()).isEmpty();
        over.post("/_local/faults", Raw.json("{'fault':'dropAll'}"), "Content-Type", json);
        assertThat(socket.closeCode()).isEqualTo(1006);
        assertThat(over.post("/_local/faults", Raw.json("{'fault':'loseState'}"), "Content-Type", json)
                        .status())
                .isEqualTo(200);
        for (String nonsense : List.of(
                "{'fault':'flood'}",
                "{'fault':'duplicate','probability':2}",
                "{'fault':'failRequests','pathPrefix':'/','status':200}",
                "{'fault':'drop'}",
                "[]")) {
            assertThat(over.post("/_local/faults", Raw.tree(nonsense), "Content-Type", json)
                            .status())
                    .as(nonsense)
                    .isEqualTo(400);
        }
        over.close();
    }

    @Test
    void pages_from_elsewhere_cannot_reach_what_is_local() {
        Raw.Answer form = raw.post("/_local/faults", Raw.json("{'fault':'dropAll'}"), "Content-Type", "text/plain");
        assertThat(form.status()).isEqualTo(400);
        Raw.Answer state = raw.get("/_local/state", "Origin", "http://evil.example");
        assertThat(state.http().headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void the_endpoint_is_off_unless_asked_for() {
        try (AblyLocal plain = AblyLocal.start(AblyLocalOptions.defaults());
                Raw over = new Raw(plain, Format.JSON)) {
            assertThat(over.post("/_local/faults", Raw.json("{'fault':'dropAll'}"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_fault_that_fails_says_so_to_its_caller() {
        server.close();
        assertThatThrownBy(() -> server.inject(new ServerFault.DropAll())).isInstanceOf(RuntimeException.class);
    }
}

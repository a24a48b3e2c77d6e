package io.deskhand.ably.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.ably.lib.realtime.AblyRealtime;
import io.ably.lib.realtime.Channel;
import io.ably.lib.realtime.ConnectionState;
import io.deskhand.ably.local.limits.AblyLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("5 limits, as ably-java meets them")
class SdkLimitsTest extends SdkTest {

    SdkLimitsTest(boolean binary) {
        super(binary);
    }

    /** The clock stands still: all that a test does happens in one second. */
    @Override
    protected AblyLocalOptions options() {
        Instant now = InstantSource.system().instant();
        return AblyLocalOptions.defaults().withLimits(AblyLimits.free()).withClock(() -> now);
    }

    @Test
    void the_publish_rate_of_a_plan_is_held_without_ending_the_connection() throws Exception {
        AblyRealtime ably = sdk.connected();
        Channel channel = Sdk.attached(ably, "room");
        List<Sdk.Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 55; i++) {
            Sdk.Outcome outcome = new Sdk.Outcome();
            channel.publish("n", "d", outcome);
            outcomes.add(outcome);
        }
        for (Sdk.Outcome accepted : outcomes.subList(0, 50)) {
            accepted.succeeds();
        }
        for (Sdk.Outcome refused : outcomes.subList(50, 55)) {
            assertThat(refused.fails().code).isIn(42911, 42913);
        }
        assertThat(ably.connection.state).isEqualTo(ConnectionState.connected);
    }

    @Test
    void more_members_than_allowed_are_refused() throws Exception {
        AblyRealtime ably = sdk.connected();
        Channel channel = Sdk.attached(ably, "room");
        Sdk.Outcome last = new Sdk.Outcome();
        for (int i = 0; i < 200; i++) {
            channel.presence.enterClient("member-" + i, null, i < 199 ? new Sdk.Outcome() : last);
        }
        last.succeeds();
        Sdk.Outcome refused = new Sdk.Outcome();
        channel.presence.enterClient("one too many", null, refused);
        assertThat(refused.fails().code).isEqualTo(91003);
    }
}

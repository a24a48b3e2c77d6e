package io.deskhand.ably.local;

import io.deskhand.ably.local.wire.Format;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Base of the pitfalls' tests: the server's clock is the real one, and runs ahead when a test says so. */
abstract class PitfallsTest extends RawTest {
    final AtomicLong ahead = new AtomicLong();

    PitfallsTest(Format format) {
        super(format);
    }

    @Override
    protected AblyLocalOptions options() {
        InstantSource system = InstantSource.system();
        InstantSource clock = () -> Instant.ofEpochMilli(system.millis() + ahead.get());
        return AblyLocalOptions.defaults().withClock(clock);
    }
}

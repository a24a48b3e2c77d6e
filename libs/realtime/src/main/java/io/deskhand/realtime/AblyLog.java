package io.deskhand.realtime;

import io.ably.lib.util.Log;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Routes ably-java's log to SLF4J. */
final class AblyLog {

    private static final Logger log = LoggerFactory.getLogger("io.ably");

    static final Log.LogHandler HANDLER = (severity, tag, message, cause) -> {
        Level level = severity >= Log.ERROR ? Level.WARN : Level.DEBUG;
        log.atLevel(level).setCause(level == Level.DEBUG ? cause : null).log("{} {}", tag, message);
    };

    private AblyLog() {}
}

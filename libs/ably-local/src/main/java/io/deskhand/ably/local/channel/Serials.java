package io.deskhand.ably.local.channel;

import java.time.InstantSource;

/**
 * Positions in a channel: {@code <14-digit ms>-<3-digit counter>@<series>}. They increase strictly, also as text, even when the
 * clock stops or goes back. Message and version serials are a position and a three-digit index behind a colon.
 */
final class Serials {
    private static final int COUNTERS = 1000;

    private final InstantSource clock;
    private final String series;
    private long millis;
    private int counter;
    private String last;

    Serials(InstantSource clock, String series) {
        this.clock = clock;
        this.series = series;
        this.millis = clock.millis();
        this.last = format();
    }

    /** The next position, after all earlier ones. */
    ChannelPosition next() {
        long now = clock.millis();
        if (now > millis) {
            millis = now;
            counter = 0;
        } else if (++counter == COUNTERS) {
            millis++;
            counter = 0;
        }
        last = format();
        return new ChannelPosition(last, millis);
    }

    /** The newest position; at first that of the channel's creation. */
    String last() {
        return last;
    }

    /** Whether a position belongs to this instance of the channel. */
    boolean isOurs(String position) {
        return position.endsWith("@" + series);
    }

    private String format() {
        String time = Long.toString(millis);
        StringBuilder text = new StringBuilder(18 + 1 + series.length());
        for (int i = time.length(); i < 14; i++) {
            text.append('0');
        }
        text.append(time).append('-');
        if (counter < 100) {
            text.append(counter < 10 ? "00" : "0");
        }
        return text.append(counter).append('@').append(series).toString();
    }

    /** The position in a message serial, or the position itself. */
    static String positionOf(String serial) {
        int series = serial.indexOf('@');
        int colon = serial.indexOf(':', Math.max(series, 0));
        return colon < 0 ? serial : serial.substring(0, colon);
    }
}

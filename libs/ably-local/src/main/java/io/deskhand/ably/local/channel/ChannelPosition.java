package io.deskhand.ably.local.channel;

/**
 * A position in a channel with its time.
 *
 * @param position unique in the channel; sorts as text
 * @param time ms since the epoch
 */
record ChannelPosition(String position, long time) {

    /** The serial of the message or version at an index of this position. */
    String serial(int index) {
        return position + ":" + (index < 10 ? "00" : index < 100 ? "0" : "") + index;
    }
}

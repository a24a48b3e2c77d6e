package io.deskhand.client;

import io.ably.lib.realtime.Channel;
import io.ably.lib.realtime.ChannelBase;
import io.ably.lib.realtime.ChannelEvent;
import io.ably.lib.realtime.ChannelState;
import io.ably.lib.types.AblyException;
import java.time.Duration;

/** A channel that is followed until it is detached. */
final class FollowedChannel {

    private static final Duration ATTACH = Duration.ofSeconds(20);
    private static final Duration DETACH = Duration.ofSeconds(2);

    private final Channel channel;
    private final Runnable gap;
    private boolean attached;

    FollowedChannel(Channel channel, Runnable gap) {
        this.channel = channel;
        this.gap = gap;
    }

    Channel channel() {
        return channel;
    }

    /** Returns once attached. */
    void follow(ChannelBase.MessageListener listener) {
        channel.on(change -> {
            if ((change.event == ChannelEvent.attached || change.event == ChannelEvent.update)
                    && !firstTime()
                    && !change.resumed) {
                gap.run();
            }
        });
        try {
            channel.subscribe(listener);
        } catch (AblyException e) {
            throw Confirmation.failed("follow " + channel.name, e.errorInfo);
        }
        Confirmation.await("follow " + channel.name, ATTACH, channel::attach);
    }

    private synchronized boolean firstTime() {
        boolean first = !attached;
        attached = true;
        return first;
    }

    /** Waits a little for the server, so that the channel can be attached again at once. */
    void detach() {
        channel.unsubscribe();
        channel.off();
        if (channel.state == ChannelState.attached) {
            try {
                Confirmation.await("leave " + channel.name, DETACH, channel::detach);
            } catch (DeskhandException e) {
                // The connection is away or going: the channel ends with it.
            }
        }
    }
}

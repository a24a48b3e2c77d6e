package io.deskhand.realtime;

import com.google.gson.JsonObject;
import io.ably.lib.realtime.Channel;
import io.ably.lib.realtime.ChannelEvent;
import io.ably.lib.realtime.ChannelStateListener;
import io.ably.lib.realtime.CompletionListener;
import io.ably.lib.types.AblyException;
import io.ably.lib.types.ErrorInfo;
import io.ably.lib.types.Message;
import io.ably.lib.types.MessageAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A room that a service is attached to. Presence is entered for bots, which have no connection of their own. */
public final class AttachedRoom implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AttachedRoom.class);

    /** Called on the SDK's reader thread: hand off at once. */
    public interface Listener {

        /** Attached, for the first time or after a break that messages may have been lost in: read the history. */
        void attached();

        /** A new message, live. */
        void message(ChatMessage message);
    }

    private final String room;
    private final Channel channel;
    private final Runnable giveBack;
    private boolean closed;

    AttachedRoom(String room, Channel channel, Listener listener, Runnable giveBack) {
        this.room = room;
        this.channel = channel;
        this.giveBack = giveBack;
        try {
            channel.on(attachments(listener));
            channel.subscribe("chat.message", message -> received(message, listener));
        } catch (AblyException e) {
            throw new RealtimeException("unable to attach to the room; " + e.errorInfo.message, e);
        }
    }

    private static ChannelStateListener attachments(Listener listener) {
        return change -> {
            boolean attached = change.event == ChannelEvent.attached || change.event == ChannelEvent.update;
            if (attached && !change.resumed) {
                listener.attached();
            }
        };
    }

    private static void received(Message message, Listener listener) {
        if (message.action != MessageAction.MESSAGE_CREATE || !(message.data instanceof JsonObject data)) {
            return;
        }
        JsonObject extras = message.extras == null ? new JsonObject() : message.extras.asJsonObject();
        String text = data.has("text") ? data.get("text").getAsString() : "";
        listener.message(new ChatMessage(
                message.serial,
                message.clientId,
                text,
                ChatMessage.child(extras, "headers"),
                ChatMessage.child(data, "metadata")));
    }

    /** Shows a member in the room, or changes what is shown of one. */
    public void enter(String clientId, JsonObject data) {
        try {
            channel.presence.enterClient(clientId, data, logged("enter"));
        } catch (AblyException e) {
            log.warn("unable to enter {}; {}", room, e.errorInfo.message);
        }
    }

    public void leave(String clientId) {
        try {
            channel.presence.leaveClient(clientId, null, logged("leave"));
        } catch (AblyException e) {
            log.warn("unable to leave {}; {}", room, e.errorInfo.message);
        }
    }

    private CompletionListener logged(String what) {
        return new CompletionListener() {
            @Override
            public void onSuccess() {}

            @Override
            public void onError(ErrorInfo reason) {
                log.warn("unable to {} {}; {}", what, room, reason.message);
            }
        };
    }

    /** Detaches; members that this service entered leave with it. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        channel.unsubscribe();
        channel.off();
        try {
            channel.detach(new CompletionListener() {
                @Override
                public void onSuccess() {
                    giveBack.run();
                }

                @Override
                public void onError(ErrorInfo reason) {
                    giveBack.run();
                }
            });
        } catch (AblyException e) {
            giveBack.run();
        }
    }
}

package io.deskhand.realtime;

import com.google.gson.JsonObject;
import io.ably.lib.realtime.Channel;
import io.ably.lib.realtime.ChannelEvent;
import io.ably.lib.realtime.ChannelStateListener;
import io.ably.lib.realtime.CompletionListener;
import io.ably.lib.realtime.Connection;
import io.ably.lib.realtime.ConnectionState;
import io.ably.lib.types.AblyException;
import io.ably.lib.types.ErrorInfo;
import io.ably.lib.types.Message;
import io.ably.lib.types.MessageAction;
import io.deskhand.ticketing.view.RoomPresence;
import java.util.function.Consumer;
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
    private final Connection connection;
    private final Channel channel;
    private final Runnable giveBack;
    /** Ably refused an enter or a leave: the server may show members that this service does not know of. */
    private volatile boolean refused;

    private boolean closed;

    AttachedRoom(String room, Connection connection, Channel channel, Listener listener, Runnable giveBack) {
        this.room = room;
        this.connection = connection;
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
    public void enter(String clientId, RoomPresence data) {
        try {
            channel.presence.enterClient(clientId, WireJson.of(data), logged("enter"));
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
        return whenever(() -> {}, reason -> {
            refused = true;
            log.warn("unable to {} {}; {}", what, room, reason.message);
        });
    }

    private static CompletionListener whenever(Runnable success, Consumer<ErrorInfo> failure) {
        return new CompletionListener() {
            @Override
            public void onSuccess() {
                success.run();
            }

            @Override
            public void onError(ErrorInfo reason) {
                failure.accept(reason);
            }
        };
    }

    /**
     * Detaches; members that this service entered leave with it. Without a connection the SDK detaches locally, but
     * the server keeps the members of a connection that comes back. Then this attaches once more, so that it can leave.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean told = connection.state == ConnectionState.connected;
        channel.unsubscribe();
        channel.off();
        // The server reports refusals before it confirms the detach.
        detach(() -> {
            if (told && !refused) {
                giveBack.run();
            } else {
                detachAgain();
            }
        });
    }

    private void detachAgain() {
        try {
            channel.attach(whenever(() -> detach(giveBack), reason -> giveBack.run()));
        } catch (AblyException e) {
            giveBack.run();
        }
    }

    private void detach(Runnable then) {
        try {
            channel.detach(whenever(then, reason -> then.run()));
        } catch (AblyException e) {
            then.run();
        }
    }
}

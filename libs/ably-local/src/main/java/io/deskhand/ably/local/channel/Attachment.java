package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.auth.Capability;
import io.deskhand.ably.local.wire.AblyError;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Mode;
import io.deskhand.ably.local.wire.ProtocolMessage;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One connection's hold on one channel: what it may do and what it is sent. */
public final class Attachment {
    static final String OCCUPANCY = "occupancy";
    static final String APPEND_MODE = "appendMode";

    private final Channel channel;
    private final AttachedConnection connection;
    private EnumSet<Mode> asked;
    private EnumSet<Mode> modes;
    private Map<String, String> params;
    private boolean gap;

    Attachment(
            Channel channel,
            AttachedConnection connection,
            EnumSet<Mode> asked,
            EnumSet<Mode> modes,
            Map<String, String> params) {
        this.channel = channel;
        this.connection = connection;
        this.asked = asked;
        this.modes = modes;
        this.params = params;
    }

    public Channel channel() {
        return channel;
    }

    public boolean has(Mode mode) {
        return modes.contains(mode);
    }

    public Set<Mode> modes() {
        return modes;
    }

    /** The metric that the attachment follows, {@code metrics} for all, or nothing. */
    @Nullable String occupancy() {
        return params.get(OCCUPANCY);
    }

    /**
     * Settles the modes anew after the credentials changed.
     *
     * @return whether any are left
     */
    public boolean restrict(Capability capability) {
        modes = AttachOperation.granted(asked, capability, channel.name());
        return !modes.isEmpty();
    }

    void change(EnumSet<Mode> newAsked, EnumSet<Mode> newModes, Map<String, String> newParams) {
        asked = newAsked;
        modes = newModes;
        params = newParams;
    }

    void send(ProtocolMessage frame) {
        connection.send(frame);
    }

    /** Passes on what this attachment is meant to see. */
    void offer(ChannelEvent event) {
        boolean own = connection.connectionId().equals(event.connectionId());
        boolean wanted = switch (event.kind()) {
            case MESSAGE -> modes.contains(Mode.SUBSCRIBE) && (connection.echo() || !own);
            case PRESENCE -> own || modes.contains(Mode.PRESENCE_SUBSCRIBE);
            case ANNOTATION -> modes.contains(Mode.ANNOTATION_SUBSCRIBE);
        };
        if (wanted) {
            ProtocolMessage delta = event.delta();
            boolean asDelta = delta != null && connection.knowsAppend() && !"full".equals(params.get(APPEND_MODE));
            deliver(asDelta && delta != null ? delta : event.frame(), event.at().position());
        }
    }

    /** Above the rate of the connection messages are lost; the client is told once that there is a gap. */
    private void deliver(ProtocolMessage frame, String position) {
        if (connection.mayDeliver()) {
            gap = false;
            connection.send(frame);
        } else if (!gap) {
            gap = true;
            AblyError error = new AblyError(80020, 400, "continuity lost; outbound rate of the connection exceeded");
            connection.send(ProtocolMessage.error(Action.ATTACHED, error, channel.name())
                    .with("flags", Mode.flags(modes))
                    .with("channelSerial", position));
        }
    }
}

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

/** The attachment of one connection to one channel, with its granted modes and parameters. */
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

    /** The occupancy metric that the attachment subscribes to, {@code metrics} for all, or null. */
    @Nullable String occupancy() {
        return params.get(OCCUPANCY);
    }

    /**
     * Grants the requested modes again after the credentials changed.
     *
     * @return whether any mode is left
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

    /** Sends an event if the modes and the echo setting of this attachment include it. */
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

    /** Drops messages above the outbound rate. The client gets one ATTACHED with error 80020 for each gap. */
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

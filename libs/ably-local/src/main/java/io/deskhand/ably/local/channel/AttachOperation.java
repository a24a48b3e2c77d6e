package io.deskhand.ably.local.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskhand.ably.local.auth.Capability;
import io.deskhand.ably.local.sources.RandomIds;
import io.deskhand.ably.local.wire.AblyError;
import io.deskhand.ably.local.wire.AblyException;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Errors;
import io.deskhand.ably.local.wire.Flag;
import io.deskhand.ably.local.wire.Message;
import io.deskhand.ably.local.wire.Mode;
import io.deskhand.ably.local.wire.ProtocolMessage;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attaches a connection to a channel: grants modes, reports whether continuity is kept, and replays what was missed. */
public final class AttachOperation {
    private static final String REWIND = "rewind";
    private static final String MODES = "modes";
    private static final String[] RECOGNISED = {REWIND, MODES, Attachment.OCCUPANCY, Attachment.APPEND_MODE};

    /**
     * The content of an ATTACH frame.
     *
     * @param flags requested modes, and ATTACH_RESUME
     * @param params channel parameters, unchecked
     * @param channelSerial the position after which the client wants to continue
     */
    public record Request(
            int flags, Map<String, String> params, @Nullable String channelSerial) {}

    private final Channel channel;
    private final AttachedConnection connection;
    private final Request request;
    private final Map<String, String> params = new LinkedHashMap<>();
    private @Nullable AblyError notice;

    private AttachOperation(Channel channel, AttachedConnection connection, Request request) {
        this.channel = channel;
        this.connection = connection;
        this.request = request;
    }

    /**
     * Attaches or re-attaches. ATTACHED is the first frame of the channel that the connection receives.
     *
     * @throws AblyException 40160 when the capability grants none of the modes, 40000 when a parameter is invalid
     */
    public static Attachment attach(
            Channel channel, AttachedConnection connection, Request request, Capability capability, RandomIds ids) {
        return new AttachOperation(channel, connection, request).run(capability, ids);
    }

    /** The requested modes that a capability grants on a channel. */
    public static EnumSet<Mode> granted(EnumSet<Mode> asked, Capability capability, String channel) {
        EnumSet<Mode> granted = EnumSet.noneOf(Mode.class);
        for (Mode mode : asked) {
            if (capability.allows(channel, mode.operation())) {
                granted.add(mode);
            }
        }
        return granted;
    }

    private Attachment run(Capability capability, RandomIds ids) {
        EnumSet<Mode> asked = asked();
        EnumSet<Mode> modes = granted(asked, capability, channel.name());
        if (modes.isEmpty()) {
            throw Errors.notPermitted("attach to '" + channel.name() + "'");
        }
        String rewindText = request.params().get(REWIND);
        Rewind rewind = rewindText == null ? null : Rewind.parse(rewindText);
        for (String name : RECOGNISED) {
            String value = request.params().get(name);
            if (value != null) {
                params.put(name, name.equals(MODES) ? Mode.names(modes) : value);
            }
        }
        Attachment existing = channel.audience().find(connection.connectionId());
        List<ChannelEvent> missed = existing == null ? missed() : List.of();
        boolean fresh = request.channelSerial() == null && (request.flags() & Flag.ATTACH_RESUME) == 0;
        boolean resumed = existing != null || !fresh && missed != null && request.channelSerial() != null;
        List<Message> rewound = rewind != null && fresh && existing == null ? rewound(rewind) : List.of();
        Attachment attachment = existing == null ? new Attachment(channel, connection, asked, modes, params) : existing;
        attachment.change(asked, modes, params);
        channel.audience().join(attachment, connection.connectionId());
        boolean members = channel.members().count() > 0 && modes.contains(Mode.PRESENCE_SUBSCRIBE);
        int flags = Mode.flags(modes)
                | (members ? Flag.HAS_PRESENCE : 0)
                | (resumed ? Flag.RESUMED : 0)
                | (rewound.isEmpty() ? 0 : Flag.HAS_BACKLOG);
        String position = position(missed);
        connection.send(attached(flags, position));
        rewound.forEach(message -> connection.send(rewoundFrame(message, position)));
        if (missed != null) {
            missed.forEach(attachment::offer);
        }
        if (members) {
            new Presence(channel).sync(ids.next(12)).forEach(connection::send);
        }
        channel.occupancyEvents().tellFirst(attachment);
        channel.occupancyEvents().changed();
        return attachment;
    }

    private EnumSet<Mode> asked() {
        String names = request.params().get(MODES);
        EnumSet<Mode> asked = names != null ? Mode.ofNames(names) : Mode.ofFlags(request.flags());
        return asked.isEmpty() && names == null ? Mode.defaults() : asked;
    }

    /** The events after the client's position; null, with an error for ATTACHED, when they are no longer known. */
    private @Nullable List<ChannelEvent> missed() {
        String since = request.channelSerial();
        if (since == null) {
            return List.of();
        }
        List<ChannelEvent> missed = channel.since(since);
        if (missed == null) {
            notice = channel.backlog().forgotUnderPressure()
                    ? new AblyError(90004, 404, "unable to recover channel; too many messages since")
                    : new AblyError(90003, 404, "unable to recover channel; messages expired");
        }
        return missed;
    }

    /** The position for ATTACHED. During a replay it is the client's own, so that it can ask again for the rest. */
    private String position(@Nullable List<ChannelEvent> missed) {
        String since = request.channelSerial();
        return since != null && missed != null && !missed.isEmpty() ? since : channel.position();
    }

    private List<Message> rewound(Rewind rewind) {
        List<Message> selected = rewind.select(channel);
        if (selected.size() > Rewind.MAX_MESSAGES) {
            notice = new AblyError(40000, 400, "unable to rewind so far; only the newest messages are sent");
            return selected.subList(selected.size() - Rewind.MAX_MESSAGES, selected.size());
        }
        return selected;
    }

    private ProtocolMessage attached(int flags, String position) {
        ObjectNode echoed = JsonNodeFactory.instance.objectNode();
        params.forEach(echoed::put);
        AblyError error = notice;
        return ProtocolMessage.of(Action.ATTACHED)
                .with("channel", channel.name())
                .with("channelSerial", position)
                .with("flags", flags)
                .with("params", echoed.isEmpty() ? null : echoed)
                .with("error", error == null ? null : error.toNode());
    }

    private ProtocolMessage rewoundFrame(Message message, String position) {
        return ProtocolMessage.of(Action.MESSAGE)
                .with("channel", channel.name())
                .with("id", MessageDraft.baseOf(message.id()))
                .with("connectionId", message.connectionId())
                .with("timestamp", message.timestamp())
                .with("channelSerial", position)
                .with("messages", JsonNodeFactory.instance.arrayNode().add(message.toNode()));
    }
}

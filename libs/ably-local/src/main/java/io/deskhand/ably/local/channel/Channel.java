package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.limits.Retention;
import io.deskhand.ably.local.sources.Environment;
import io.deskhand.ably.local.wire.Annotation;
import io.deskhand.ably.local.wire.Message;
import io.deskhand.ably.local.wire.MessageAction;
import io.deskhand.ably.local.wire.Payload;
import io.deskhand.ably.local.wire.PresenceMessage;
import io.deskhand.ably.local.wire.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A channel: puts all events in one order and delivers them to its attachments. All calls come from the thread that owns the
 * server's state; delivery is complete when a call returns.
 */
public final class Channel {
    private final String name;
    private final Environment environment;
    private final Serials serials;
    private final History history;
    private final Backlog backlog;
    private final PresenceSet members;
    private final ChannelAttachments audience;
    private final ChannelFrames frames;
    private final OccupancyEvents occupancyEvents;
    private final IdempotencyCache<PublishResult> recent;
    private final long outboundBytes;

    /** What the channels of an app share. */
    record Shared(Retention retention, ByteBudget histories, ByteBudget backlogs, Environment environment) {}

    Channel(String name, String series, Shared shared) {
        Retention retention = shared.retention;
        this.name = name;
        this.environment = shared.environment;
        this.serials = new Serials(environment.clock(), series);
        this.history = new History(retention.historyPerChannel(), retention.versionsPerMessage(), shared.histories);
        this.backlog =
                new Backlog(retention.backlogFrames(), retention.backlog().toMillis(), shared.backlogs, serials.last());
        this.members = new PresenceSet(retention.historyPerChannel(), shared.histories);
        this.audience = new ChannelAttachments(backlog);
        this.frames = new ChannelFrames(name);
        this.occupancyEvents = new OccupancyEvents(this, environment.timers());
        this.recent = new IdempotencyCache<>(retention.idempotency().toMillis());
        this.outboundBytes = retention.outboundBytes();
    }

    public String name() {
        return name;
    }

    public History history() {
        return history;
    }

    public PresenceSet members() {
        return members;
    }

    public Collection<Attachment> attachments() {
        return audience.attachments();
    }

    public Occupancy occupancy() {
        return Occupancy.of(attachments(), members.count());
    }

    /** The newest position. All stored messages are at or before it. */
    public String position() {
        return serials.last();
    }

    /** The server's time, ms since the epoch. */
    public long now() {
        return environment.now();
    }

    boolean isIdle() {
        return attachments().isEmpty() && members.count() == 0;
    }

    ChannelAttachments audience() {
        return audience;
    }

    Backlog backlog() {
        return backlog;
    }

    OccupancyEvents occupancyEvents() {
        return occupancyEvents;
    }

    ChannelPosition nextPosition() {
        return serials.next();
    }

    /** The events after a position, or null when some of them are no longer known. */
    @Nullable List<ChannelEvent> since(String position) {
        // Half of the outbound limit, so that a replay alone cannot exceed it.
        return serials.isOurs(position) ? backlog.after(position, environment.now(), outboundBytes / 2) : null;
    }

    /** Drops the backlog, so that resuming clients lose continuity. */
    public void loseBacklog() {
        backlog.lose(serials.next().position());
    }

    /** Removes the attachment of a connection. Its members stay. */
    public void leave(String connectionId) {
        if (audience.leave(connectionId)) {
            occupancyEvents.changed();
        }
    }

    /**
     * Orders, stores and delivers messages.
     *
     * @param idBase the common part of the message ids unless the client gave ids
     * @param connectionId the publishing connection, if any
     */
    public PublishResult publish(List<MessageDraft> drafts, String idBase, @Nullable String connectionId) {
        String given = drafts.getFirst().id();
        PublishResult before = given == null ? null : recent.find(given, environment.now());
        if (before != null) {
            return before;
        }
        String base = given == null ? idBase : MessageDraft.baseOf(given);
        ChannelPosition at = serials.next();
        List<Message> messages = new ArrayList<>(drafts.size());
        for (MessageDraft draft : drafts) {
            int index = messages.size();
            messages.add(draft.toMessage(base + ":" + index, at.serial(index), at.time(), connectionId));
        }
        ChannelEvent event = messageEvent(base, at, connectionId, messages, null);
        if (drafts.getFirst().isEphemeral()) {
            audience.tellOnce(event);
        } else {
            messages.forEach(history::add);
            audience.tell(event);
        }
        PublishResult receipt =
                new PublishResult(base, messages.stream().map(Message::serial).toList());
        if (given != null) {
            recent.put(given, receipt, 100L * messages.size(), at.time());
        }
        return receipt;
    }

    /** Creates the next version of a stored message and delivers it, an append also as delta. */
    public Message edit(StoredMessage target, MessageOperation edit, String idBase, @Nullable String connectionId) {
        boolean append = edit.action() == MessageAction.APPEND;
        Message old = target.latest();
        Payload payload = append
                ? old.payload().append(edit.payload())
                : edit.payload().isEmpty() ? old.payload() : edit.payload();
        ChannelPosition at = serials.next();
        Version version = new Version(at.serial(0), at.time(), edit.operator(), edit.description(), edit.metadata());
        Message merged = edit.applyTo(old, payload, version);
        history.addVersion(target, merged);
        Message delta = append ? merged.withAction(MessageAction.APPEND).withPayload(edit.payload()) : null;
        audience.tell(messageEvent(idBase, at, connectionId, List.of(target.latest()), delta));
        return merged;
    }

    private ChannelEvent messageEvent(
            String id,
            ChannelPosition at,
            @Nullable String connectionId,
            List<Message> messages,
            @Nullable Message delta) {
        return new ChannelEvent(
                ChannelEvent.Kind.MESSAGE,
                at,
                connectionId,
                messages.stream().mapToInt(Message::size).sum(),
                frames.messages(id, at, connectionId, messages),
                delta == null ? null : frames.messages(id, at, connectionId, List.of(delta)));
    }

    /** Stores an annotation; delivers it to annotation subscribers and the new summary to all subscribers. */
    public void annotate(StoredMessage target, Annotation annotation) {
        history.addAnnotation(target, annotation);
        ChannelPosition at = new ChannelPosition(Serials.positionOf(annotation.serial()), annotation.timestamp());
        audience.tellOnce(new ChannelEvent(
                ChannelEvent.Kind.ANNOTATION,
                at,
                annotation.connectionId(),
                annotation.payload().size(),
                frames.annotation(at, annotation),
                null));
        ChannelPosition summed = serials.next();
        Message summary = target.latest().asSummary(summed.position());
        audience.tell(messageEvent(summed.position(), summed, null, List.of(summary), null));
    }

    /** The serial for the next annotation. */
    public String annotationSerial() {
        return serials.next().serial(0);
    }

    /** Orders and delivers the presence events of one frame. */
    void announcePresence(List<PresenceMessage> events, String id, @Nullable String connectionId) {
        ChannelPosition at = serials.next();
        events.forEach(event -> members.remember(at.position(), event));
        audience.tell(new ChannelEvent(
                ChannelEvent.Kind.PRESENCE,
                at,
                connectionId,
                events.stream().mapToInt(event -> event.payload().size()).sum(),
                frames.presence(id, at, connectionId, events),
                null));
        occupancyEvents.changed();
    }
}

package io.deskhand.ably.local.channel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskhand.ably.local.limits.Retention;
import io.deskhand.ably.local.sources.Timers;
import io.deskhand.ably.local.wire.Action;
import io.deskhand.ably.local.wire.Annotation;
import io.deskhand.ably.local.wire.Message;
import io.deskhand.ably.local.wire.MessageAction;
import io.deskhand.ably.local.wire.PresenceMessage;
import io.deskhand.ably.local.wire.ProtocolMessage;
import io.deskhand.ably.local.wire.Version;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A channel: it gives everything that happens in it one order and tells its attachments. All calls come from the thread that
 * owns the server's state; a call has told everybody when it returns.
 */
public final class Channel {
    private final String name;
    private final InstantSource clock;
    private final Serials serials;
    private final History history;
    private final Backlog backlog;
    private final Members members;
    private final OccupancyNews occupancyNews;
    private final Map<String, Attachment> attachments = new LinkedHashMap<>(2);
    private final RecentIds<Receipt> recent;

    Channel(String name, String series, Retention retention, HistoryBudget budget, InstantSource clock, Timers timers) {
        this.name = name;
        this.clock = clock;
        this.serials = new Serials(clock, series);
        this.history = new History(retention.historyPerChannel(), retention.versionsPerMessage(), budget);
        this.backlog =
                new Backlog(retention.backlogFrames(), retention.backlog().toMillis(), serials.last());
        this.members = new Members(retention.historyPerChannel());
        this.occupancyNews = new OccupancyNews(this, timers);
        this.recent = new RecentIds<>(retention.idempotency().toMillis());
    }

    public String name() {
        return name;
    }

    public History history() {
        return history;
    }

    public Members members() {
        return members;
    }

    public Collection<Attachment> attachments() {
        return attachments.values();
    }

    public @Nullable Attachment attachmentOf(String connectionId) {
        return attachments.get(connectionId);
    }

    public Occupancy occupancy() {
        return Occupancy.of(attachments.values(), members.count());
    }

    /** The newest position handed out: everything stored so far is at or before it. */
    public String position() {
        return serials.last();
    }

    String nextPosition() {
        return serials.next();
    }

    /** When the newest position was handed out, ms since the epoch. */
    long positionTime() {
        return serials.lastMillis();
    }

    boolean isIdle() {
        return attachments.isEmpty() && members.count() == 0;
    }

    /** Forgets what came before: whoever comes back learns that it may have missed something. */
    public void loseBacklog() {
        backlog.lose(serials.next());
    }

    Backlog backlog() {
        return backlog;
    }

    boolean isOurs(String position) {
        return serials.isOurs(position);
    }

    /** The server's time, ms since the epoch. */
    public long now() {
        return clock.millis();
    }

    OccupancyNews occupancyNews() {
        return occupancyNews;
    }

    void join(Attachment attachment, String connectionId) {
        attachments.put(connectionId, attachment);
    }

    /** Ends the hold of a connection; its members leave. */
    public void leave(String connectionId) {
        if (attachments.remove(connectionId) != null) {
            occupancyNews.changed();
        }
    }

    /**
     * Orders, stores and delivers messages.
     *
     * @param idBase the id that they share unless the drafts bring their own
     * @param connectionId on whose behalf, if a connection's
     */
    public Receipt publish(List<Draft> drafts, String idBase, @Nullable String connectionId) {
        String given = drafts.getFirst().id();
        String base = given == null ? idBase : Draft.baseOf(given);
        // A single message may carry any id, so a repetition is one of the whole id, not only of its base.
        String key = given == null ? null : drafts.size() == 1 ? given : base + ":0";
        Receipt before = key == null ? null : recent.find(key, clock.millis());
        if (before != null) {
            return before;
        }
        String position = serials.next();
        long time = serials.lastMillis();
        List<Message> messages = new ArrayList<>(drafts.size());
        List<String> messageSerials = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            Message message = created(drafts.get(i), base + ":" + i, Serials.indexed(position, i), time, connectionId);
            messages.add(message);
            messageSerials.add(message.serial());
        }
        boolean lasting = !drafts.getFirst().isEphemeral();
        if (lasting) {
            messages.forEach(history::add);
        }
        announce(
                ChannelEvent.Kind.MESSAGE,
                position,
                time,
                connectionId,
                frame(base, position, time, connectionId, messages),
                null,
                lasting);
        Receipt receipt = new Receipt(base, messageSerials);
        if (key != null) {
            recent.put(key, receipt, time);
        }
        return receipt;
    }

    private static Message created(Draft draft, String id, String serial, long time, @Nullable String connectionId) {
        String given = draft.id();
        return new Message(
                given == null ? id : given,
                MessageAction.CREATE,
                draft.name(),
                draft.payload(),
                draft.clientId(),
                connectionId,
                time,
                draft.extras(),
                serial,
                Version.created(serial, time),
                null);
    }

    /** Makes the next version of a stored message and delivers it, an append also in its short form. */
    public Message edit(StoredMessage target, Edit edit, String idBase, @Nullable String connectionId) {
        Message old = target.latest();
        boolean append = edit.action() == MessageAction.APPEND;
        String position = serials.next();
        long time = serials.lastMillis();
        Version version =
                new Version(Serials.indexed(position, 0), time, edit.operator(), edit.description(), edit.metadata());
        Message merged = new Message(
                old.id(),
                append ? MessageAction.UPDATE : edit.action(),
                edit.name() == null ? old.name() : edit.name(),
                append
                        ? old.payload().append(edit.payload())
                        : edit.payload().isEmpty() ? old.payload() : edit.payload(),
                old.clientId(),
                old.connectionId(),
                old.timestamp(),
                edit.extras() == null ? old.extras() : edit.extras(),
                old.serial(),
                version,
                null);
        history.addVersion(target, merged);
        ProtocolMessage full = frame(idBase, position, time, connectionId, List.of(target.latest()));
        ProtocolMessage delta = append
                ? frame(
                        idBase,
                        position,
                        time,
                        connectionId,
                        List.of(merged.with(MessageAction.APPEND, edit.payload())))
                : null;
        announce(ChannelEvent.Kind.MESSAGE, position, time, connectionId, full, delta, true);
        return merged;
    }

    /** A place in the order for an annotation that is about to come. */
    public String annotationSerial() {
        return Serials.indexed(serials.next(), 0);
    }

    /** Stores an annotation, delivers it raw to those who asked for that and the new summary to all. */
    public void annotate(StoredMessage target, Annotation annotation) {
        history.addAnnotation(target, annotation);
        String position = Serials.positionOf(annotation.serial());
        ArrayNode raw = JsonNodeFactory.instance.arrayNode().add(annotation.toNode());
        announce(
                ChannelEvent.Kind.ANNOTATION,
                position,
                annotation.timestamp(),
                annotation.connectionId(),
                base(Action.ANNOTATION, annotation.id(), position, annotation.timestamp(), annotation.connectionId())
                        .with("annotations", raw),
                null,
                false);
        String summaryPosition = serials.next();
        Message latest = target.latest();
        Message summary = new Message(
                summaryPosition,
                MessageAction.SUMMARY,
                latest.name(),
                io.deskhand.ably.local.wire.Payload.EMPTY,
                null,
                null,
                latest.timestamp(),
                null,
                latest.serial(),
                latest.version(),
                latest.summary());
        announce(
                ChannelEvent.Kind.MESSAGE,
                summaryPosition,
                serials.lastMillis(),
                null,
                frame(summaryPosition, summaryPosition, serials.lastMillis(), null, List.of(summary)),
                null,
                true);
    }

    /** Orders and delivers comings, goings and changes of members that one frame brought. */
    void announcePresence(List<PresenceMessage> events, String id, @Nullable String connectionId) {
        String position = serials.next();
        long time = serials.lastMillis();
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (PresenceMessage event : events) {
            list.add(event.toNode());
            members.remember(position, event);
        }
        announce(
                ChannelEvent.Kind.PRESENCE,
                position,
                time,
                connectionId,
                base(Action.PRESENCE, id, position, time, connectionId).with("presence", list),
                null,
                true);
        occupancyNews.changed();
    }

    private ProtocolMessage frame(
            String id, String position, long time, @Nullable String connectionId, List<Message> messages) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        messages.forEach(message -> list.add(message.toNode()));
        return base(Action.MESSAGE, id, position, time, connectionId).with("messages", list);
    }

    private ProtocolMessage base(int action, String id, String position, long time, @Nullable String connectionId) {
        return ProtocolMessage.of(action)
                .with("channel", name)
                .with("id", id)
                .with("connectionId", connectionId)
                .with("timestamp", time)
                .with("channelSerial", position);
    }

    private void announce(
            ChannelEvent.Kind kind,
            String position,
            long time,
            @Nullable String connectionId,
            ProtocolMessage frame,
            @Nullable ProtocolMessage delta,
            boolean resumable) {
        ChannelEvent event = new ChannelEvent(kind, position, time, connectionId, frame, delta);
        if (resumable) {
            backlog.add(event);
        }
        for (Attachment attachment : attachments.values().toArray(Attachment[]::new)) {
            attachment.offer(event);
        }
    }
}

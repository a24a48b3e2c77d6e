package io.deskhand.ably.local.connection;

import io.deskhand.ably.local.auth.ClientIdentity;
import io.deskhand.ably.local.auth.Credentials;
import io.deskhand.ably.local.channel.App;
import io.deskhand.ably.local.channel.AttachedConnection;
import io.deskhand.ably.local.channel.Attachment;
import io.deskhand.ably.local.channel.Channel;
import io.deskhand.ably.local.channel.Presence;
import io.deskhand.ably.local.channel.Sender;
import io.deskhand.ably.local.limits.ConnectionRateLimiter;
import io.deskhand.ably.local.sources.Timers;
import io.deskhand.ably.local.wire.ProtocolMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A client's connection. It outlives its transports until its state expires. */
public final class Connection implements AttachedConnection {
    private static final int OUTCOMES_KEPT = 1_000;
    private static final int KNOWS_APPEND = 5;

    private final String id;
    private final String secret;
    private final App app;
    private final Map<String, Attachment> attachments = new LinkedHashMap<>();
    private final Set<Channel> present = new LinkedHashSet<>(2);
    private final Map<Long, ProtocolMessage> outcomes = new LinkedHashMap<>();
    private final List<Timers.Pending> timers = new ArrayList<>(2);
    private final ConnectionRateLimiter rateLimiter;
    private Credentials credentials;
    private ClientIdentity identity;
    private ConnectParams params;
    private @Nullable Transport transport;
    private @Nullable FaultyTransport link;
    private int transports;
    private long lastMsgSerial = -1;

    Connection(
            String id,
            String secret,
            App app,
            Credentials credentials,
            ClientIdentity identity,
            ConnectParams params,
            ConnectionRateLimiter rateLimiter) {
        this.rateLimiter = rateLimiter;
        this.id = id;
        this.secret = secret;
        this.app = app;
        this.credentials = credentials;
        this.identity = identity;
        this.params = params;
    }

    public String id() {
        return id;
    }

    @Override
    public String connectionId() {
        return id;
    }

    public App app() {
        return app;
    }

    public ClientIdentity identity() {
        return identity;
    }

    public Credentials credentials() {
        return credentials;
    }

    public Collection<Attachment> attachments() {
        return attachments.values();
    }

    public boolean isConnected() {
        return transport != null;
    }

    /** Bytes that wait to be sent. */
    public long waiting() {
        Transport current = transport;
        FaultyTransport lagging = link;
        return current == null || lagging == null ? 0 : current.waiting() + lagging.bytes();
    }

    public String format() {
        return params.format().name().toLowerCase(java.util.Locale.ROOT);
    }

    ConnectionRateLimiter rateLimiter() {
        return rateLimiter;
    }

    @Override
    public boolean mayDeliver() {
        return rateLimiter.deliver();
    }

    /** The connection as a sender. */
    Sender sender() {
        return new Sender(credentials, identity, id);
    }

    /** The connection key of the current transport; each transport has its own. */
    String key() {
        return id + "!" + secret + "-" + transports;
    }

    /** Whether a key was issued to this connection, for this or an earlier transport. */
    boolean isKey(String key) {
        return key.startsWith(id + "!" + secret + "-");
    }

    void open(Transport newTransport, FaultyTransport newLink, ConnectParams newParams) {
        transport = newTransport;
        link = newLink;
        params = newParams;
        transports++;
    }

    void authenticated(Credentials newCredentials, ClientIdentity newIdentity) {
        credentials = newCredentials;
        identity = newIdentity;
    }

    @Nullable Transport transport() {
        return transport;
    }

    boolean uses(Transport candidate) {
        return transport == candidate;
    }

    @Override
    public boolean echo() {
        return params.echo();
    }

    @Override
    public boolean knowsAppend() {
        return params.version() >= KNOWS_APPEND;
    }

    @Override
    public void send(ProtocolMessage frame) {
        Transport current = transport;
        FaultyTransport lagging = link;
        if (current == null || lagging == null) {
            return;
        }
        if (lagging.isClear()) {
            current.send(frame);
        } else {
            lagging.send(frame, this, current);
        }
    }

    @Nullable Attachment attachment(String channel) {
        return attachments.get(channel);
    }

    void attached(Attachment attachment) {
        attachments.put(attachment.channel().name(), attachment);
    }

    /** Ends an attachment; members of this connection leave. */
    void detach(Channel channel) {
        attachments.remove(channel.name());
        if (present.remove(channel)) {
            new Presence(channel).leaveAll(id);
        }
        channel.leave(id);
    }

    void presentIn(Channel channel) {
        present.add(channel);
    }

    /** Removes the transport and all attachments. Members stay until the connection resumes or leaves everywhere. */
    void dropped() {
        transport = null;
        link = null;
        attachments.values().forEach(attachment -> attachment.channel().leave(id));
        attachments.clear();
    }

    void leaveEverywhere() {
        List.copyOf(present).forEach(channel -> new Presence(channel).leaveAll(id));
        present.clear();
    }

    /** Registers a timer that ends with the current transport or token. */
    void later(Timers.Pending pending) {
        timers.add(pending);
    }

    void cancelTimers() {
        timers.forEach(Timers.Pending::cancel);
        timers.clear();
    }

    /** Whether a frame was processed before. SDKs resend frames that were not acknowledged. */
    boolean isRepetition(long msgSerial) {
        return msgSerial <= lastMsgSerial;
    }

    /** The ACK or NACK of an earlier frame; null when it is no longer kept. */
    @Nullable ProtocolMessage outcome(long msgSerial) {
        return outcomes.get(msgSerial);
    }

    void processed(long msgSerial, ProtocolMessage outcome) {
        lastMsgSerial = Math.max(lastMsgSerial, msgSerial);
        outcomes.put(msgSerial, outcome);
        if (outcomes.size() > OUTCOMES_KEPT) {
            outcomes.remove(outcomes.keySet().iterator().next());
        }
    }
}

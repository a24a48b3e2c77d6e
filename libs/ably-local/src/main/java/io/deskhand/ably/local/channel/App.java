package io.deskhand.ably.local.channel;

import io.deskhand.ably.local.limits.AblyLimits;
import io.deskhand.ably.local.limits.AppRateLimiter;
import io.deskhand.ably.local.limits.Retention;
import io.deskhand.ably.local.sources.Environment;
import io.deskhand.ably.local.wire.AblyException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An app with its channels. Channels of the same name in two apps share nothing. */
public final class App {
    private static final int SERIES_LENGTH = 10;
    private static final int LOOKS = 64;

    /**
     * The settings of a namespace.
     *
     * @param mutableMessages whether messages of the namespace may be updated, deleted and annotated
     */
    public record Namespace(boolean mutableMessages) {}

    private final String id;
    private final Map<String, Namespace> namespaces;
    private final AblyLimits limits;
    private final Retention retention;
    private final Environment environment;
    private final AppRateLimiter rateLimiter;
    private final ByteBudget histories;
    private final ByteBudget backlogs;
    private final Channel.Shared shared;
    private final LinkedHashMap<String, Channel> channels = new LinkedHashMap<>(16, 0.75f, true);

    public App(
            String id,
            Map<String, Namespace> namespaces,
            AblyLimits limits,
            Retention retention,
            Environment environment) {
        this.id = id;
        this.namespaces = Map.copyOf(namespaces);
        this.limits = limits;
        this.retention = retention;
        this.environment = environment;
        this.rateLimiter = new AppRateLimiter(limits, environment.clock());
        this.histories = new ByteBudget(retention.historyBytes(), this::freeHistories);
        this.backlogs = new ByteBudget(retention.backlogBytes(), this::freeBacklogs);
        this.shared = new Channel.Shared(retention, histories, backlogs, environment);
    }

    public String id() {
        return id;
    }

    public AblyLimits limits() {
        return limits;
    }

    public Collection<Channel> channels() {
        return channels.values();
    }

    /** The channels, most recently used first. */
    public Collection<Channel> latestChannels() {
        return channels.sequencedValues().reversed();
    }

    /** The channel of this name, or null when it was never used. */
    public @Nullable Channel find(String name) {
        return channels.get(name);
    }

    /**
     * The channel of this name, created when it does not exist.
     *
     * @throws AblyException 40114 or 90021 when the plan allows no more channels
     */
    public Channel channel(String name) {
        Channel channel = channels.get(name);
        if (channel == null) {
            rateLimiter.newChannel(activeChannels());
            channel = new Channel(name, environment.ids().next(SERIES_LENGTH), shared);
            channels.put(name, channel);
            forgetIdle(channel);
        }
        return channel;
    }

    private int activeChannels() {
        return limits.rates() == null
                ? 0
                : (int) channels.values().stream().filter(c -> !c.isIdle()).count();
    }

    public AppRateLimiter rateLimiter() {
        return rateLimiter;
    }

    /** Whether messages of the channel can be updated, deleted and annotated; true unless its namespace forbids it. */
    public boolean isMutable(String channel) {
        Namespace namespace = namespaces.get(ChannelName.namespace(channel));
        return namespace == null || namespace.mutableMessages() || channel.endsWith("::$chat");
    }

    /** Frees history of the least recently used channels first. */
    private void freeHistories() {
        for (Channel channel : channels.values()) {
            if (histories.surplus() <= 0) {
                return;
            }
            channel.members().free(histories.surplus());
            channel.history().free(histories.surplus());
        }
    }

    /** Frees backlogs of the least recently used channels first. */
    private void freeBacklogs() {
        for (Channel channel : channels.values()) {
            if (backlogs.surplus() <= 0) {
                return;
            }
            channel.backlog().free(backlogs.surplus());
        }
    }

    /** Drops expired frames of all backlogs, also in channels without traffic. */
    public void forgetExpired() {
        long now = environment.now();
        channels.values().forEach(channel -> channel.backlog().forget(now));
    }

    /** Examines a few channels only, so that thousands of active channels do not slow down each new one. */
    private void forgetIdle(Channel newcomer) {
        Iterator<Channel> leastRecent = channels.values().iterator();
        int surplus = channels.size() - retention.idleChannels();
        for (int looks = 0; surplus > 0 && looks < LOOKS && leastRecent.hasNext(); looks++) {
            Channel candidate = leastRecent.next();
            if (candidate != newcomer && candidate.isIdle()) {
                candidate.members().free(Long.MAX_VALUE);
                candidate.history().clear();
                candidate.backlog().free(Long.MAX_VALUE);
                leastRecent.remove();
                surplus--;
            }
        }
    }
}

package io.deskhand.service;

import io.deskhand.realtime.AblySettings;
import io.deskhand.realtime.InboxChannel;
import io.deskhand.realtime.RealtimeTokens;
import io.deskhand.realtime.Relay;
import io.deskhand.realtime.RelayedTickets;
import io.deskhand.realtime.Rooms;
import io.deskhand.ticketing.redis.RedisAgentLeases;
import io.deskhand.ticketing.redis.RedisRelayLog;
import io.deskhand.ticketing.redis.RedisTicketEvents;
import io.deskhand.ticketing.redis.RedisTickets;
import io.deskhand.ticketing.redis.RedisWork;
import io.deskhand.ticketing.rules.AllowedActions;
import io.deskhand.ticketing.rules.TicketRules;
import io.deskhand.ticketing.store.AgentLeases;
import io.deskhand.ticketing.store.RelayLog;
import io.deskhand.ticketing.store.TicketEvents;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.store.Work;
import io.lettuce.core.resource.Delay;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/** Tickets in Redis, rooms in Ably, and the relay from the one to the other. Inject {@link io.deskhand.ticketing.store.Tickets}: it is the relayed one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskhandProperties.class)
public class ServiceWiring {

    private static final Duration RECONNECT = Duration.ofSeconds(1);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    InstanceName instance(DeskhandProperties properties) {
        String name = properties.instance();
        return new InstanceName(name.isEmpty() ? UUID.randomUUID().toString() : name);
    }

    @Bean
    TicketRules ticketRules(DeskhandProperties properties) {
        return new TicketRules(properties.deadlines().asDeadlines());
    }

    @Bean
    AllowedActions allowedActions(TicketRules rules) {
        return new AllowedActions(rules);
    }

    @Bean
    AgentLeases agentLeases(StringRedisTemplate redis, Clock clock, TicketRules rules) {
        return new RedisAgentLeases(redis, clock, rules.deadlines().lease());
    }

    @Bean
    WatchdogLoop watchdogLoop(Tickets tickets, AgentLeases agents, Clock clock, MeterRegistry meters) {
        return new WatchdogLoop(tickets, agents, clock, meters);
    }

    @Bean
    Phase watchdogPhase(WatchdogLoop watchdog) {
        return Phase.ofServing(watchdog::start, watchdog::close);
    }

    /** Reconnects within {@link #RECONNECT} after any outage of Redis; Lettuce's default delay grows to half a minute. */
    @Bean
    ClientResourcesBuilderCustomizer quickReconnect() {
        Delay delay = Delay.exponential(Duration.ofMillis(1), RECONNECT, 2, TimeUnit.MILLISECONDS);
        return resources -> resources.reconnectDelay(delay);
    }

    @Bean
    RedisTickets redisTickets(StringRedisTemplate redis, TicketRules rules, Clock clock) {
        return new RedisTickets(redis, rules, clock);
    }

    @Bean
    RelayLog relayLog(StringRedisTemplate redis, Clock clock) {
        return new RedisRelayLog(redis, clock);
    }

    @Bean
    Work work(StringRedisTemplate redis, DeskhandProperties properties) {
        return new RedisWork(redis, properties.lease());
    }

    @Bean
    RedisMessageListenerContainer ticketEventsContainer(RedisConnectionFactory connections) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("ticket-events-");
        threads.setVirtualThreads(true);
        RedisMessageListenerContainer container = new RedisMessageListenerContainer();
        container.setConnectionFactory(connections);
        container.setTaskExecutor(threads);
        container.setSubscriptionExecutor(threads);
        container.setRecoveryInterval(RECONNECT.toMillis());
        return container;
    }

    @Bean
    TicketEvents ticketEvents(RedisMessageListenerContainer container) {
        return new RedisTicketEvents(container);
    }

    @Bean
    AblySettings ablySettings(DeskhandProperties properties) {
        DeskhandProperties.Ably ably = properties.ably();
        boolean cloud = ably.host().isBlank();
        return new AblySettings(
                ably.key(),
                cloud ? null : ably.host(),
                ably.port(),
                ably.tls(),
                ably.roomsPerConnection(),
                ably.requestsPerSecond());
    }

    @Bean
    Rooms rooms(AblySettings settings) {
        return new Rooms(settings);
    }

    @Bean
    InboxChannel inboxChannel(Rooms rooms) {
        return new InboxChannel(rooms);
    }

    @Bean
    RealtimeTokens realtimeTokens(AblySettings settings, Clock clock) {
        return new RealtimeTokens(settings, clock);
    }

    @Bean(destroyMethod = "")
    Relay relay(
            RelayLog log, Rooms rooms, RedisTickets tickets, InstanceName instance, Clock clock, MeterRegistry meters) {
        return new Relay(
                log, rooms, id -> tickets.find(id).orElse(null), instance.name(), clock, System::nanoTime, meters);
    }

    @Bean
    Phase relayPhase(Relay relay) {
        return Phase.ofRelay(relay::close);
    }

    @Bean
    @Primary
    RelayedTickets tickets(RedisTickets tickets, Relay relay) {
        return new RelayedTickets(tickets, relay);
    }
}

package io.deskhand.bench.tickets;

import io.deskhand.bench.measure.BenchServer;
import io.deskhand.bench.measure.NoPlan;
import io.deskhand.realtime.AblySettings;
import io.deskhand.realtime.InboxChannel;
import io.deskhand.realtime.LeaseListener;
import io.deskhand.realtime.LeasedTickets;
import io.deskhand.realtime.Rooms;
import io.deskhand.ticketing.redis.RedisTicketEvents;
import io.deskhand.ticketing.redis.RedisWork;
import io.deskhand.ticketing.ticket.Side;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;

/**
 * An instance that serves tickets and does nothing with them, in a process of its own. Its arguments are its name, the ports of Redis and of the realtime server, and
 * the lease in milliseconds.
 *
 * <p>It prints {@code ready}, begins after it reads a line, and then prints the number of tickets that it serves and follows, whenever that changes.
 */
final class InstanceMain {

    private InstanceMain() {}

    public static void main(String[] args) throws Exception {
        String name = args[0];
        Store store = new Store(Integer.parseInt(args[1]));
        Rooms rooms = new Rooms(AblySettings.local(Integer.parseInt(args[2]), BenchServer.KEY)
                .within(AblySettings.ROOMS_PER_CONNECTION, NoPlan.REQUESTS_PER_SECOND));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        LeasedTickets serving = new LeasedTickets(
                Side.BOT,
                name,
                new RedisWork(store.redis, Duration.ofMillis(Long.parseLong(args[3]))),
                store.tickets,
                new RedisTicketEvents(listeners(store)),
                rooms,
                new InboxChannel(rooms),
                new LeaseListener() {},
                LeasedTickets.Options.DEFAULTS,
                meters);
        System.out.println("ready");
        if (System.in.read() < 0) {
            return;
        }
        serving.start();
        report(meters);
    }

    private static RedisMessageListenerContainer listeners(Store store) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("ticket-events-");
        threads.setVirtualThreads(true);
        RedisMessageListenerContainer container = new RedisMessageListenerContainer();
        container.setConnectionFactory(store.connections);
        container.setTaskExecutor(threads);
        container.setSubscriptionExecutor(threads);
        container.afterPropertiesSet();
        container.start();
        return container;
    }

    private static void report(SimpleMeterRegistry meters) throws InterruptedException {
        long before = -1;
        while (true) {
            long tickets = (long) meters.get("deskhand.serving.tickets").gauge().value();
            long behind = (long) meters.get("deskhand.serving.behind").gauge().value();
            if (tickets - behind != before) {
                before = tickets - behind;
                System.out.println(before);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}

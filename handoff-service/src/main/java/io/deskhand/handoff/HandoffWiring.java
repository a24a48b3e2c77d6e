package io.deskhand.handoff;

import io.deskhand.handoff.agent.AgentPresence;
import io.deskhand.handoff.agent.DeskProperties;
import io.deskhand.realtime.InboxChannel;
import io.deskhand.realtime.LeaseListener;
import io.deskhand.realtime.LeasedTickets;
import io.deskhand.realtime.Rooms;
import io.deskhand.service.InstanceName;
import io.deskhand.service.Phase;
import io.deskhand.service.http.Pages;
import io.deskhand.ticketing.store.TicketEvents;
import io.deskhand.ticketing.store.Tickets;
import io.deskhand.ticketing.store.Work;
import io.deskhand.ticketing.ticket.Side;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Serves the tickets of the desk's side and hosts the dashboard. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskProperties.class)
class HandoffWiring {

    @Bean
    Pages pages() {
        return new Pages("dashboard", List.of("dashboard"));
    }

    @Bean(destroyMethod = "")
    LeasedTickets leasedTickets(
            InstanceName instance,
            Work work,
            Tickets tickets,
            TicketEvents events,
            Rooms rooms,
            InboxChannel inbox,
            MeterRegistry meters) {
        // Agents act through the API and their dashboards follow the rooms: the desk has nothing to do in them but to
        // listen.
        LeaseListener listener = new LeaseListener() {};
        return new LeasedTickets(
                Side.DESK,
                instance.name(),
                work,
                tickets,
                events,
                rooms,
                inbox,
                listener,
                LeasedTickets.Options.DEFAULTS,
                meters);
    }

    @Bean
    Phase leasedTicketsPhase(LeasedTickets leases, AgentPresence presence) {
        return Phase.ofServing(
                () -> {
                    presence.start();
                    leases.start();
                },
                leases::close);
    }
}

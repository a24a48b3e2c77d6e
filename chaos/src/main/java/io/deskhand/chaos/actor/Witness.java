package io.deskhand.chaos.actor;

import io.deskhand.chaos.check.Testimony;
import io.deskhand.chaos.check.Testimony.AgentSent;
import io.deskhand.chaos.check.Testimony.ClaimLost;
import io.deskhand.chaos.check.Testimony.ClaimWon;
import io.deskhand.chaos.check.Testimony.CustomerSent;
import io.deskhand.chaos.check.Testimony.Escalated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Records the answers that all actors received, and how long they waited. */
public final class Witness {

    private final Map<String, OpenedTicket> tickets = new LinkedHashMap<>();
    private final Queue<CustomerSent> sent = new ConcurrentLinkedQueue<>();
    private final Queue<ClaimWon> claims = new ConcurrentLinkedQueue<>();
    private final Queue<ClaimLost> lost = new ConcurrentLinkedQueue<>();
    private final Queue<AgentSent> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Escalated> escalations = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> delays = new ConcurrentLinkedQueue<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

    /** A ticket that a customer opened. */
    public record OpenedTicket(String id, String room, String customer) {}

    synchronized void opened(OpenedTicket ticket) {
        tickets.put(ticket.id(), ticket);
    }

    void customerSent(CustomerSent message) {
        sent.add(message);
    }

    void claimed(ClaimWon claim) {
        claims.add(claim);
    }

    void lost(ClaimLost claim) {
        lost.add(claim);
    }

    void agentSent(AgentSent message) {
        answers.add(message);
    }

    void escalated(Escalated escalation) {
        escalations.add(escalation);
    }

    /** The time from a customer's message to the first word of its answer, as the customer saw it. */
    void answeredAfter(Duration delay) {
        delays.add(delay);
    }

    /** An answer outside the contract, such as a 500. */
    public void surprise(String what) {
        surprises.add(what);
    }

    public synchronized Collection<OpenedTicket> tickets() {
        return List.copyOf(tickets.values());
    }

    public Testimony testimony() {
        return new Testimony(
                List.copyOf(sent),
                List.copyOf(claims),
                List.copyOf(lost),
                List.copyOf(answers),
                List.copyOf(escalations));
    }

    /** Sorted, shortest first. */
    public List<Duration> delays() {
        List<Duration> sorted = new ArrayList<>(delays);
        sorted.sort(null);
        return sorted;
    }

    public List<String> surprises() {
        return List.copyOf(surprises);
    }
}

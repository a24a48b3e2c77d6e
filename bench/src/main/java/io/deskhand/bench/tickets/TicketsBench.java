package io.deskhand.bench.tickets;

import io.deskhand.bench.measure.Bench;
import java.util.List;

/**
 * {@code ./deskhand bench tickets}: measures commits and drafts, claims at the same time, the bot's last words after a claim, and agents' messages. Also idle tickets, and
 * what a crash of Redis loses.
 */
public final class TicketsBench implements Bench {

    @Override
    public String name() {
        return "tickets";
    }

    @Override
    public List<Part> parts() {
        return List.of(
                new Part("commits", CommitRates::run),
                new Part("claims", ClaimRace::run),
                new Part("cut", StreamingCut::run),
                new Part("send", AgentSend::run),
                new Part("idle", IdleTickets::run),
                new Part("crash", RedisCrashes::run));
    }
}

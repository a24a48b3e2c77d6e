package io.deskhand.chaos.check;

import java.time.Duration;
import java.util.List;

/** All checks. Pure: the same world gives the same findings. */
public final class Checker {

    private final List<InvariantCheck> checks;

    /**
     * @param grace how long after its due time a ticket's next move may be made
     * @param enforceDeadlines whether an overdue ticket fails the run; else it is only counted
     */
    public Checker(Duration grace, boolean enforceDeadlines) {
        this.checks = List.of(
                new SilenceInLog(),
                new SilenceInRoom(),
                new CustomerMessages(),
                new LateMessages(),
                new CustomerOrder(),
                new RelayOrder(),
                new RoomRepeatsLog(),
                new Markers(),
                new ClaimAnswers(),
                new AgentMessages(),
                new Escalations(),
                new Inbox(),
                new Slots(),
                new OneOpenTicket(),
                new Answered(),
                new BotPresence(),
                new Overdue(grace, enforceDeadlines));
    }

    /** One finding a check, in the order of importance. */
    public List<Finding> check(World world) {
        return checks.stream()
                .map(check -> {
                    CheckTally tally = new CheckTally();
                    check.judge(world, tally);
                    return tally.finding(check);
                })
                .toList();
    }
}

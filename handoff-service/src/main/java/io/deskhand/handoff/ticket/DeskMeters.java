package io.deskhand.handoff.ticket;

import io.deskhand.ticketing.command.Refusal;
import io.deskhand.ticketing.store.Tickets.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what agents do: claims won and lost, messages, and every write that was refused. */
@Component
class DeskMeters {

    private final MeterRegistry meters;

    DeskMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    Outcome claim(Outcome outcome) {
        switch (outcome) {
            case Outcome.Done done -> claimed(done.now() ? "won" : "repeated");
            case Outcome.Refused refused -> {
                claimed(refused.refusal() instanceof Refusal.AlreadyClaimed ? "lost" : "refused");
                refused("claim", refused.refusal());
            }
        }
        return outcome;
    }

    Outcome message(Outcome outcome) {
        switch (outcome) {
            case Outcome.Done done -> meters.counter("deskhand.agent.messages").increment(done.now() ? 1 : 0);
            case Outcome.Refused refused -> refused("message", refused.refusal());
        }
        return outcome;
    }

    /** For every other command: counts what was refused. */
    Outcome counted(String operation, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            refused(operation, refused.refusal());
        }
        return outcome;
    }

    private void claimed(String outcome) {
        meters.counter("deskhand.claims", "outcome", outcome).increment();
    }

    private void refused(String operation, Refusal refusal) {
        String reason = refusal.getClass().getSimpleName();
        meters.counter("deskhand.desk.refused", "operation", operation, "reason", reason)
                .increment();
    }
}

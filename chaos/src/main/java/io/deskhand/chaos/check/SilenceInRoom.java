package io.deskhand.chaos.check;

import io.deskhand.ticketing.log.LogEntry.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Publication by publication: after a marker or an escalation's notice, no bot message appears and none changes before the next boundary.
 *
 * <p>An unclear publication is repeated, so an old version may come again. The check therefore keeps the rule of every view: a version whose {@code seq} is not above the one held is
 * ignored.
 */
final class SilenceInRoom implements InvariantCheck {

    @Override
    public String name() {
        return "no bot text after a claim, an escalation or a resolution, as seen in the room";
    }

    @Override
    public String invariant() {
        return "I1, I5";
    }

    @Override
    public void judge(World world, CheckTally tally) {
        world.stories().forEach(story -> judge(story, tally));
    }

    private static void judge(Story story, CheckTally tally) {
        Turnover turnover = new Turnover();
        Map<String, Long> held = new HashMap<>();
        for (Shown version : story.room()) {
            if (version.isCustomers()) {
                continue;
            }
            boolean isNew = version.seq() > held.getOrDefault(version.serial(), 0L);
            held.merge(version.serial(), version.seq(), Math::max);
            if (version.isBots()) {
                tally.looked();
                if (isNew && !turnover.botMaySpeak()) {
                    tally.found(
                            story,
                            version.pos(),
                            "version %d of the bot's message at position %d was published after %s"
                                    .formatted(version.seq(), version.pos(), turnover.since()));
                }
            } else if (isNew) {
                cause(story, version).ifPresent(turnover::pass);
            }
        }
    }

    /** The entry of the log that this message announces: a marker is its own cause, an escalation's notice precedes its packet. */
    private static Optional<Logged> cause(Story story, Shown version) {
        if (version.kind().equals("MARKER")) {
            return story.at(version.pos());
        }
        return version.kind().equals("NOTICE")
                ? story.at(version.pos() + 1).filter(next -> next.kind() == Kind.PACKET)
                : Optional.empty();
    }
}

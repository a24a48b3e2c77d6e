package io.deskhand.chaos.check;

import io.deskhand.ticketing.log.LogEntry.Author.Role;
import io.deskhand.ticketing.log.LogEntry.Kind;
import java.util.HashSet;
import java.util.Set;

/** Each change of owner has an epoch of its own, higher than the one before. */
final class Markers implements InvariantCheck {

    @Override
    public String name() {
        return "one owner ever: epochs rise along the markers, one claim an epoch";
    }

    @Override
    public String invariant() {
        return "I7, I14, I18";
    }

    @Override
    public void judge(World world, CheckTally tally) {
        for (Story story : world.stories()) {
            long marked = 0;
            long any = 0;
            Set<Long> claimed = new HashSet<>();
            for (Logged entry : story.log()) {
                // A bot's last words carry the epoch of the escalation that they are part of, at the place of their
                // draft.
                if (!entry.isMessageOf(Role.BOT)) {
                    if (entry.epoch() < any) {
                        tally.found(story, entry.pos(), "its epoch is lower than that of an entry before it");
                    }
                    any = entry.epoch();
                }
                if (entry.kind() == Kind.MARKER) {
                    tally.looked();
                    if (entry.epoch() <= marked) {
                        tally.found(story, entry.pos(), "the marker's epoch does not rise above " + marked);
                    }
                    marked = entry.epoch();
                    if (entry.isClaim() && !claimed.add(entry.epoch())) {
                        tally.found(story, entry.pos(), "two claims won epoch " + entry.epoch());
                    }
                }
            }
            if (any > story.epoch()) {
                tally.found(story, story.log().getLast().pos(), "the ticket's epoch is lower than its log's");
            }
        }
    }
}

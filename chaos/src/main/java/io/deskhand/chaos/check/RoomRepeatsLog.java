package io.deskhand.chaos.check;

import io.deskhand.ticketing.log.LogEntry.State;
import java.util.List;

/** Each relayed entry is in the room once, in its last version, and nothing else is. */
final class RoomRepeatsLog implements InvariantCheck {

    @Override
    public String name() {
        return "the room has each relayed entry once, in its last form, and no handoff packet";
    }

    @Override
    public String invariant() {
        return "I6";
    }

    @Override
    public void judge(World world, CheckTally tally) {
        for (Story story : world.stories()) {
            List<Shown> relayed = story.messages().stream()
                    .filter(message -> !message.isCustomers())
                    .toList();
            story.log().stream().filter(Logged::isRelayed).forEach(entry -> inRoom(story, entry, relayed, tally));
            for (Shown message : relayed) {
                if (story.at(message.pos()).filter(Logged::isRelayed).isEmpty()) {
                    tally.found(story, message.pos(), "the room shows what is not for it: \"" + message.text() + "\"");
                }
            }
        }
    }

    private static void inRoom(Story story, Logged entry, List<Shown> relayed, CheckTally tally) {
        tally.looked();
        List<Shown> found =
                relayed.stream().filter(message -> message.pos() == entry.pos()).toList();
        if (entry.state() == State.STREAMING) {
            tally.found(story, entry.pos(), "an answer was begun and neither ended nor stopped");
        } else if (found.size() != 1) {
            tally.found(story, entry.pos(), "it is in the room " + found.size() + " times");
        } else if (!found.getFirst().text().equals(entry.text())
                || !found.getFirst().state().equals(entry.state().name())
                || !found.getFirst().serial().equals(entry.serial())) {
            tally.found(
                    story,
                    entry.pos(),
                    "the room has %s, version %d, %s: \"%s\""
                            .formatted(
                                    found.getFirst().state(),
                                    found.getFirst().seq(),
                                    found.getFirst().serial(),
                                    found.getFirst().text()));
        }
    }
}

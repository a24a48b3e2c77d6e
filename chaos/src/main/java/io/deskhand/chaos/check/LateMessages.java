package io.deskhand.chaos.check;

import io.deskhand.ticketing.log.EntryData;
import io.deskhand.ticketing.log.LogEntry.Author.Role;

/** A message that a customer sent while an agent resolved the ticket is in the log, and the ticket is open again. */
final class LateMessages implements InvariantCheck {

    @Override
    public String name() {
        return "a message that crosses with a resolution is heard";
    }

    @Override
    public String invariant() {
        return "I12, I20";
    }

    @Override
    public void judge(World world, CheckTally tally) {
        for (Story story : world.stories()) {
            story.log().stream()
                    .filter(entry -> entry.data() instanceof EntryData.Resolved)
                    .forEach(entry -> tally.looked());
            story.messages().stream()
                    .filter(message -> message.isCustomers() && isLate(story, message))
                    .forEach(message -> tally.found(
                            story,
                            story.log().getLast().pos(),
                            "in the room and not in the log: %s %s \"%s\""
                                    .formatted(message.localId(), message.serial(), message.text())));
        }
    }

    /** Returns whether the ticket was resolved and the log has nothing that the customer sent later either. */
    static boolean isLate(Story story, Shown message) {
        return !story.isOpen()
                && story.log().stream()
                        .filter(entry -> entry.isMessageOf(Role.CUSTOMER))
                        .map(Logged::serial)
                        .noneMatch(serial -> serial != null && serial.compareTo(message.serial()) >= 0);
    }
}

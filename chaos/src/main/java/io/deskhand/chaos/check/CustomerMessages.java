package io.deskhand.chaos.check;

import io.deskhand.chaos.check.Testimony.CustomerSent;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import java.util.List;

/** Every customer message of the room is in the log once, and every acknowledged one is in the room once. {@link LateMessages} judges those that cross with a resolution. */
final class CustomerMessages implements InvariantCheck {

    @Override
    public String name() {
        return "no customer message lost or doubled";
    }

    @Override
    public String invariant() {
        return "I10, I25";
    }

    @Override
    public void judge(World world, CheckTally tally) {
        for (Story story : world.stories()) {
            story.messages().stream().filter(Shown::isCustomers).forEach(message -> inLog(story, message, tally));
            story.log().stream()
                    .filter(entry -> entry.isMessageOf(Role.CUSTOMER))
                    .filter(entry -> story.messages().stream()
                            .noneMatch(message -> message.serial().equals(entry.serial())))
                    .forEach(entry -> tally.found(story, entry.pos(), "the log has a message that the room has not"));
        }
        for (CustomerSent sent : world.testimony().sent()) {
            tally.looked();
            world.story(sent.ticket())
                    .ifPresentOrElse(
                            story -> inRoom(story, sent, tally),
                            () -> tally.found(sent.ticket(), "the ticket of an acknowledged message is gone"));
        }
    }

    private static void inLog(Story story, Shown message, CheckTally tally) {
        tally.looked();
        List<Logged> entries = story.log().stream()
                .filter(entry -> message.serial().equals(entry.serial()))
                .toList();
        if (entries.isEmpty() && LateMessages.isLate(story, message)) {
            return;
        }
        if (entries.isEmpty()) {
            long last = story.log().isEmpty() ? 0 : story.log().getLast().pos();
            tally.found(
                    story,
                    last,
                    "a message is in the room and not in the log: %s %s \"%s\""
                            .formatted(message.localId(), message.serial(), message.text()));
        } else if (entries.size() > 1) {
            tally.found(
                    story,
                    entries.getLast().pos(),
                    "a message is in the log " + entries.size() + " times: " + message.localId());
        } else if (!entries.getFirst().text().equals(message.text())) {
            tally.found(story, entries.getFirst().pos(), "a message reads otherwise in the log: " + message.localId());
        }
    }

    private static void inRoom(Story story, CustomerSent sent, CheckTally tally) {
        List<Shown> found = story.messages().stream()
                .filter(message -> message.localId().equals(sent.localId()))
                .toList();
        if (found.size() > 1) {
            tally.found(story, 0, "one message is in the room " + found.size() + " times: " + sent.localId());
        } else if (found.isEmpty() && sent.acknowledged()) {
            tally.found(story, 0, "an acknowledged message is not in the room: " + sent.localId());
        } else if (!found.isEmpty()
                && sent.serial() != null
                && !found.getFirst().serial().equals(sent.serial())) {
            tally.found(story, 0, "a message has another serial than was answered: " + sent.localId());
        }
    }
}

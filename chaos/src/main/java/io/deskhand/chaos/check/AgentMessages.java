package io.deskhand.chaos.check;

import io.deskhand.chaos.check.Testimony.AgentSent;
import io.deskhand.ticketing.log.LogEntry.Author.Role;
import java.util.List;

/** An agent's message that was acknowledged is in the log once and in the room once; no other is there twice. */
final class AgentMessages implements InvariantCheck {

    @Override
    public String name() {
        return "no agent message lost or doubled";
    }

    @Override
    public String invariant() {
        return "I3, I10";
    }

    @Override
    public void judge(World world, CheckTally tally) {
        for (AgentSent sent : world.testimony().answers()) {
            tally.looked();
            world.story(sent.ticket()).ifPresentOrElse(story -> judge(story, sent, tally), () -> {
                if (sent.acknowledged()) {
                    tally.found(sent.ticket(), "the ticket of an acknowledged message is gone");
                }
            });
        }
    }

    private static void judge(Story story, AgentSent sent, CheckTally tally) {
        List<Logged> logged = story.log().stream()
                .filter(entry -> entry.isMessageOf(Role.AGENT) && entry.text().equals(sent.text()))
                .toList();
        long shown = story.messages().stream()
                .filter(message -> message.text().equals(sent.text()))
                .count();
        String who = sent.agent() + "'s \"" + sent.text() + "\" ";
        if (logged.size() > 1) {
            tally.found(story, logged.getLast().pos(), who + "is in the log " + logged.size() + " times");
        } else if (shown > 1) {
            tally.found(story, sent.pos(), who + "is in the room " + shown + " times");
        } else if (sent.acknowledged() && logged.isEmpty()) {
            tally.found(story, sent.pos(), who + "was acknowledged and is not in the log");
        } else if (shown != logged.size()) {
            tally.found(story, sent.pos(), who + "is not both in the log and in the room");
        } else if (sent.acknowledged() && logged.getFirst().pos() != sent.pos()) {
            tally.found(story, sent.pos(), who + "is at another position than was answered");
        }
    }
}

package io.deskhand.chaos.check;

import io.deskhand.chaos.check.Testimony.ClaimLost;
import io.deskhand.chaos.check.Testimony.ClaimWon;

/** An agent whose claim succeeded was the owner, and a claim lost to another names an agent who was. */
final class ClaimAnswers implements InvariantCheck {

    @Override
    public String name() {
        return "answers to claims agree with the log";
    }

    @Override
    public String invariant() {
        return "I3, I14";
    }

    @Override
    public void judge(World world, CheckTally tally) {
        for (ClaimWon won : world.testimony().claims()) {
            tally.looked();
            world.story(won.ticket())
                    .ifPresentOrElse(
                            story -> won(story, won, tally),
                            () -> tally.found(won.ticket(), "the ticket that " + won.agent() + " claimed is gone"));
        }
        for (ClaimLost lost : world.testimony().lost()) {
            tally.looked();
            world.story(lost.ticket())
                    .filter(story -> story.log().stream()
                            .noneMatch(
                                    entry -> entry.isToAgent() && entry.agent().equals(lost.winner())))
                    .ifPresent(story -> tally.found(
                            story, 0, lost.agent() + " was told that " + lost.winner() + " has it, who never had"));
        }
    }

    private static void won(Story story, ClaimWon won, CheckTally tally) {
        boolean logged = story.log().stream()
                .anyMatch(entry -> entry.isToAgent()
                        && entry.epoch() == won.epoch()
                        && entry.agent().equals(won.agent()));
        if (!logged) {
            long near = story.log().stream()
                    .filter(entry -> entry.epoch() >= won.epoch())
                    .mapToLong(Logged::pos)
                    .findFirst()
                    .orElse(story.log().size());
            tally.found(
                    story,
                    near,
                    won.agent() + " was told to own it at epoch " + won.epoch() + ", the log has no such claim");
        }
    }
}

package io.deskhand.chaos.check;

import io.deskhand.ticketing.ticket.Status;

/** The bot is a member of the rooms of the tickets that it owns, and of no others. */
final class BotPresence implements InvariantCheck {

    @Override
    public String name() {
        return "the bot is present where it owns the ticket, and nowhere else";
    }

    @Override
    public String invariant() {
        return "I4";
    }

    @Override
    public void judge(World world, CheckTally tally) {
        for (Story story : world.stories()) {
            tally.looked();
            boolean present = story.present().stream().anyMatch(member -> member.startsWith("bot:"));
            boolean owns = story.status() == Status.BOT;
            if (present != owns) {
                tally.found(
                        story,
                        story.log().size(),
                        owns ? "the bot owns it and is not in the room" : "the bot is in the room and does not own it");
            }
        }
    }
}

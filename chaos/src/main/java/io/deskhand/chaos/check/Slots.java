package io.deskhand.chaos.check;

/** No agent owns more tickets than their capacity, and each agent's own list has exactly the tickets they own. */
final class Slots implements InvariantCheck {

    @Override
    public String name() {
        return "slots taken are tickets owned, and never more than allowed";
    }

    @Override
    public String invariant() {
        return "I15";
    }

    @Override
    public void judge(World world, CheckTally tally) {
        world.slots().forEach((agent, taken) -> {
            tally.looked();
            long owned = world.stories().stream()
                    .filter(story -> story.takesSlotOf(agent))
                    .count();
            if (taken > world.capacity()) {
                tally.found("", agent + " has " + taken + " tickets, " + world.capacity() + " are allowed");
            }
            if (owned != taken) {
                tally.found("", agent + " owns " + owned + " tickets, and " + taken + " are listed");
            }
        });
    }
}

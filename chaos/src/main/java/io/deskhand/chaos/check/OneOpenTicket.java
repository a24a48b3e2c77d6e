package io.deskhand.chaos.check;

/** A customer who opens twice at once has one ticket. */
final class OneOpenTicket implements InvariantCheck {

    @Override
    public String name() {
        return "one open ticket a customer";
    }

    @Override
    public String invariant() {
        return "I16";
    }

    @Override
    public void judge(World world, CheckTally tally) {
        world.openByCustomer().forEach((customer, open) -> {
            tally.looked();
            if (open > 1) {
                tally.found("", "customer " + customer + " has " + open + " open tickets");
            }
        });
    }
}

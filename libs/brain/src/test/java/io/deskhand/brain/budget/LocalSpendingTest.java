package io.deskhand.brain.budget;

class LocalSpendingTest extends SpendingContract {

    @Override
    protected Spending spending() {
        return new LocalSpending();
    }
}

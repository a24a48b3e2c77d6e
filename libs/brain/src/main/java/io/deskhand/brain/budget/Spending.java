package io.deskhand.brain.budget;

import java.util.List;

/**
 * What has been spent, wherever it is counted.
 *
 * <p>Guarantees: additions of many threads and processes are all counted. Non-guarantees: turns that run at the same time see each other's spending only once it is
 * added, so together they may exceed a limit. After {@link Account#kept} a count may be forgotten.
 */
public interface Spending {

    /**
     * What each account has spent so far; {@link Spent#NOTHING} if nothing.
     *
     * @return in the order of the accounts
     * @throws RuntimeException if it cannot be read
     */
    List<Spent> spent(List<Account> accounts);

    /**
     * Adds an amount to each of the accounts.
     *
     * @throws RuntimeException if it is not certain that it was added
     */
    void add(List<Account> accounts, Spent amount);
}

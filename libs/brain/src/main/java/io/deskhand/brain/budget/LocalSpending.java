package io.deskhand.brain.budget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link Spending} of this process alone, gone with it. Remembers the accounts that were used last. */
public final class LocalSpending implements Spending {

    private static final int MOST_ACCOUNTS = 100_000;

    private final Map<String, Spent> accounts = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Spent> eldest) {
            return size() > MOST_ACCOUNTS;
        }
    };

    @Override
    public synchronized List<Spent> spent(List<Account> asked) {
        return asked.stream()
                .map(account -> accounts.getOrDefault(account.key(), Spent.NOTHING))
                .toList();
    }

    @Override
    public synchronized void add(List<Account> to, Spent amount) {
        to.forEach(account -> accounts.merge(account.key(), amount, Spent::plus));
    }
}

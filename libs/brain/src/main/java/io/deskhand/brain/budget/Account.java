package io.deskhand.brain.budget;

import io.deskhand.brain.TurnRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose spending is counted together. Days are UTC days.
 *
 * @param scope which limits of {@link Budget} hold for it
 * @param key unique among all accounts
 * @param kept how long after the last spending its count must be remembered
 */
public record Account(Scope scope, String key, Duration kept) {

    /** From the narrowest to the widest. */
    public enum Scope {
        TICKET,
        CUSTOMER_DAY,
        DAY
    }

    private static final Duration A_DAY = Duration.ofDays(2);
    private static final Duration A_TICKET = Duration.ofDays(30);

    /** The accounts that a turn takes from, the narrowest first; without a customer there is none for one. */
    public static List<Account> of(String bot, TurnRequest request) {
        LocalDate day = LocalDate.ofInstant(request.now(), ZoneOffset.UTC);
        List<Account> accounts = new ArrayList<>();
        accounts.add(new Account(Scope.TICKET, "ticket:" + request.ticket(), A_TICKET));
        if (!request.customer().isEmpty()) {
            accounts.add(new Account(Scope.CUSTOMER_DAY, "customer:" + request.customer() + ":" + day, A_DAY));
        }
        accounts.add(new Account(Scope.DAY, "bot:" + bot + ":" + day, A_DAY));
        return accounts;
    }
}

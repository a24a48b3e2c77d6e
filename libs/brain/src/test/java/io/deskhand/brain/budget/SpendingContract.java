package io.deskhand.brain.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.brain.budget.Account.Scope;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Spending} does. */
public abstract class SpendingContract {

    private static final Account TICKET = account(Scope.TICKET, "ticket:t1");
    private static final Account DAY = account(Scope.DAY, "bot:shop:2026-03-02");
    private static final Spent TURN = new Spent(1, 250, new BigDecimal("0.000123456"));

    /** A new one, without any spending. */
    protected abstract Spending spending();

    private static Account account(Scope scope, String key) {
        return new Account(scope, key, Duration.ofDays(1));
    }

    @Test
    void an_account_that_nobody_used_has_spent_nothing() {
        assertThat(spending().spent(List.of(TICKET, DAY)))
                .usingRecursiveFieldByFieldElementComparator()
                .hasSize(2)
                .allSatisfy(spent -> assertThat(spent.money()).isEqualByComparingTo(BigDecimal.ZERO))
                .allSatisfy(spent -> assertThat(spent.turns() + spent.tokens()).isZero());
    }

    @Test
    void an_amount_is_added_to_each_account_and_answers_come_in_the_order_of_the_question() {
        Spending spending = spending();
        spending.add(List.of(TICKET, DAY), TURN);
        spending.add(List.of(DAY), TURN);

        List<Spent> spent = spending.spent(List.of(DAY, account(Scope.TICKET, "ticket:other"), TICKET));

        assertThat(spent).extracting(Spent::turns).containsExactly(2L, 0L, 1L);
        assertThat(spent).extracting(Spent::tokens).containsExactly(500L, 0L, 250L);
        assertThat(spent.getFirst().money()).isEqualByComparingTo("0.000246912");
    }

    @Test
    void small_amounts_of_money_are_exact() {
        Spending spending = spending();
        for (int i = 0; i < 1_000; i++) {
            spending.add(List.of(TICKET), new Spent(0, 0, new BigDecimal("0.000000001")));
        }
        assertThat(spending.spent(List.of(TICKET)).getFirst().money()).isEqualByComparingTo("0.000001");
    }

    @Test
    void nothing_is_lost_when_many_add_at_once() throws InterruptedException {
        Spending spending = spending();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                for (int j = 0; j < 50; j++) {
                    spending.add(List.of(TICKET, DAY), Spent.ONE_TURN);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(spending.spent(List.of(TICKET, DAY)))
                .extracting(Spent::turns)
                .containsExactly(400L, 400L);
    }
}

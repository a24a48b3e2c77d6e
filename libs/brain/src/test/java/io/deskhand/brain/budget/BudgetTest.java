package io.deskhand.brain.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.budget.Budget.Allowance;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final Instant EVENING = Instant.parse("2026-03-02T23:59:00Z");
    private static final Allowance ANY = new Allowance(null, null, null);

    private static List<Account> accounts(String customer, Instant now) {
        return Account.of("shop", new TurnRequest("t1", 1, List.of(), "en", now).withCustomer(customer));
    }

    @Test
    void a_turn_takes_from_its_ticket_its_customers_day_and_the_bots_day() {
        assertThat(accounts("c1", EVENING))
                .extracting(Account::key)
                .containsExactly("ticket:t1", "customer:c1:2026-03-02", "bot:shop:2026-03-02");
        assertThat(accounts("c1", EVENING.plusSeconds(60)))
                .extracting(Account::key)
                .containsExactly("ticket:t1", "customer:c1:2026-03-03", "bot:shop:2026-03-03");
        assertThat(accounts("", EVENING)).extracting(Account::key).containsExactly("ticket:t1", "bot:shop:2026-03-02");
    }

    @Test
    void the_narrowest_limit_that_is_reached_is_named() {
        Budget budget = new Budget(
                new Allowance(2L, null, null),
                new Allowance(null, 1_000L, null),
                new Allowance(null, null, BigDecimal.ONE));
        List<Account> accounts = accounts("c1", EVENING);
        Spent one = new Spent(1, 999, new BigDecimal("0.999999999"));
        Spent all = new Spent(2, 1_000, new BigDecimal("1.00"));

        assertThat(budget.exhausted(accounts, List.of(one, one, one))).isEmpty();
        assertThat(budget.exhausted(accounts, List.of(all, all, all)))
                .hasValueSatisfying(limit -> assertThat(limit.rule()).isEqualTo("budget:ticket.turns"));
        assertThat(budget.exhausted(accounts, List.of(one, all, all)))
                .hasValueSatisfying(limit -> assertThat(limit.rule()).isEqualTo("budget:customer_day.tokens"));
        assertThat(budget.exhausted(accounts, List.of(one, one, all)))
                .hasValueSatisfying(limit -> assertThat(limit.rule()).isEqualTo("budget:day.money"));
    }

    @Test
    void without_limits_nothing_is_ever_exhausted() {
        Budget budget = new Budget(ANY, ANY, ANY);
        Spent much = new Spent(1_000_000, 1_000_000_000, new BigDecimal("1000000"));
        assertThat(budget.unlimited()).isTrue();
        assertThat(budget.exhausted(accounts("", EVENING), List.of(much, much))).isEmpty();
    }
}

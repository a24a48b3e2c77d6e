package io.deskhand.bot.spending;

import io.deskhand.brain.budget.Account;
import io.deskhand.brain.budget.Spending;
import io.deskhand.brain.budget.Spent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * {@link Spending} in Redis: a hash for each account, with money in billionths.
 *
 * <p>Non-guarantee: an addition that fails half-way may have reached some of the accounts.
 */
public final class RedisSpending implements Spending {

    private static final String PREFIX = "{desk}:spent:";
    private static final String TURNS = "turns";
    private static final String TOKENS = "tokens";
    private static final String MONEY = "money";

    private final StringRedisTemplate redis;

    public RedisSpending(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public List<Spent> spent(List<Account> accounts) {
        List<Object> answers = redis.executePipelined((RedisCallback<@Nullable Object>) connection -> {
            for (Account account : accounts) {
                connection.hashCommands().hMGet(key(account), bytes(TURNS), bytes(TOKENS), bytes(MONEY));
            }
            return null;
        });
        return answers.stream().map(RedisSpending::read).toList();
    }

    @Override
    public void add(List<Account> accounts, Spent amount) {
        long billionths = amount.money()
                .setScale(Spent.DECIMALS, RoundingMode.UP)
                .unscaledValue()
                .longValueExact();
        redis.executePipelined((RedisCallback<@Nullable Object>) connection -> {
            for (Account account : accounts) {
                byte[] key = key(account);
                connection.hashCommands().hIncrBy(key, bytes(TURNS), amount.turns());
                connection.hashCommands().hIncrBy(key, bytes(TOKENS), amount.tokens());
                connection.hashCommands().hIncrBy(key, bytes(MONEY), billionths);
                connection.keyCommands().expire(key, account.kept().toSeconds());
            }
            return null;
        });
    }

    private static Spent read(Object answer) {
        List<?> values = (List<?>) answer;
        return new Spent(
                number(values.get(0)),
                number(values.get(1)),
                BigDecimal.valueOf(number(values.get(2)), Spent.DECIMALS));
    }

    private static long number(@Nullable Object value) {
        return value == null ? 0 : Long.parseLong(value.toString());
    }

    private static byte[] key(Account account) {
        return bytes(PREFIX + account.key());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.deskhand.bot.spending;

import io.deskhand.brain.budget.Spending;
import io.deskhand.brain.budget.SpendingContract;
import io.deskhand.redis.local.RedisLocal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisSpendingTest extends SpendingContract {

    private static RedisLocal server;
    private static LettuceConnectionFactory connections;

    @BeforeAll
    static void start() {
        server = RedisLocal.temporary();
        connections = new LettuceConnectionFactory("127.0.0.1", server.port());
        connections.afterPropertiesSet();
        connections.start();
    }

    @AfterAll
    static void stop() {
        connections.destroy();
        server.close();
    }

    @Override
    protected Spending spending() {
        StringRedisTemplate redis = new StringRedisTemplate(connections);
        redis.execute((RedisCallback<Object>) connection -> {
            connection.serverCommands().flushAll();
            return null;
        });
        return new RedisSpending(redis);
    }
}

package io.deskhand.ticketing.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.RedisScript;

/** The scripts, each read once: a script of a resource would check for changes of its file at each call, under a lock. */
final class Scripts {

    private Scripts() {}

    static RedisScript<List> load(String name) {
        try {
            String text = new ClassPathResource(name, Scripts.class).getContentAsString(StandardCharsets.UTF_8);
            return RedisScript.of(text, List.class);
        } catch (IOException e) {
            throw new UncheckedIOException("unable to read the script " + name + "; " + e.getMessage(), e);
        }
    }
}

package io.deskhand.evals.suite;

import java.time.Instant;
import java.util.List;

/**
 * A file of cases for one bot.
 *
 * @param id the file's name without .yaml
 * @param bot the bot's folder below prompts/bots
 * @param clock the time of the first turn; turns are one minute apart
 */
public record Suite(String id, String bot, String description, Instant clock, List<EvalCase> cases) {
    public Suite {
        cases = List.copyOf(cases);
    }
}

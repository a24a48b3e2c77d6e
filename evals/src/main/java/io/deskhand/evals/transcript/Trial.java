package io.deskhand.evals.transcript;

import io.deskhand.evals.suite.EvalCase;
import java.time.Instant;

/**
 * One case to be played once.
 *
 * @param number counted from 1
 * @param bot the bot's id
 * @param clock time of the first turn
 */
public record Trial(EvalCase evalCase, int number, String bot, Instant clock) {}

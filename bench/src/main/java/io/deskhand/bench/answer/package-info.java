/** How long a customer waits for the bot's first words, without the model's own time. */
@NullMarked
package io.deskhand.bench.answer;

import org.jspecify.annotations.NullMarked;

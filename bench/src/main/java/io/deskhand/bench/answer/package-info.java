/** How long a customer waits for the bot's first words, of which the model is not a part. */
@NullMarked
package io.deskhand.bench.answer;

import org.jspecify.annotations.NullMarked;

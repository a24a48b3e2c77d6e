/** The bot under test: a port, and the brain that production runs behind it. */
@NullMarked
package io.deskhand.evals.bot;

import org.jspecify.annotations.NullMarked;
